package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.run.assets.AskedSections;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceLists;

/**
 * Reads the first objects of a list and maps them. The sections of so few people are asked for
 * person by person, which is cheaper here than reading the lists of everybody.
 */
final class PreviewReading {
  private static final int MOST = 5;

  private final SourceLists lists;
  private final StopSignal stop;
  private final List<Message> notices;

  /**
   * @param notices takes what could not be read
   */
  PreviewReading(IdentitySource source, StopSignal stop, List<Message> notices) {
    this.lists = source.lists();
    this.stop = stop;
    this.notices = notices;
  }

  MappingPreview of(ObjectMapping mapping) {
    List<MappingPreview.Previewed> objects = new ArrayList<>();
    try (AskedSections sections = new AskedSections(lists, mapping.sections(), stop)) {
      for (SourceElement element : first(mapping.listAddress())) {
        SourceValue.Fields whole =
            mapping.sections().isEmpty() ? element.value() : withSections(element, sections);
        objects.add(new MappingPreview.Previewed(element.id(), mapping.objectOf(whole)));
      }
      sections.notices().stream().filter(one -> !notices.contains(one)).forEach(notices::add);
    }
    return new MappingPreview(mapping, objects, notices);
  }

  private List<SourceElement> first(String address) {
    List<SourceElement> elements = new ArrayList<>();
    ListRequest request = ListRequest.of(address).withDataLimit(MOST).withPageSize(MOST);
    lists.stream(request, stop, elements::add);
    return elements;
  }

  private static SourceValue.Fields withSections(SourceElement element, AskedSections sections) {
    Map<String, SourceValue> values = new HashMap<>(element.value().values());
    sections
        .of(new ExternalId(element.id()), "")
        .things()
        .forEach((section, things) -> values.put(section, new SourceValue.Items(things)));
    return new SourceValue.Fields(values);
  }
}
