package org.oktasync.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.Section;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLists;

/**
 * Reads the first objects of a list and maps them. The sections of so few people are asked for
 * person by person, which is cheaper here than reading the lists of everybody.
 */
final class PreviewReading {
  private static final int MOST = 5;
  private static final int MOST_IN_SECTION = 200;

  /** Where the sections of one person are read. */
  private static final Map<String, String> ADDRESSES =
      Map.of(
          Section.GROUPS, "groups",
          Section.APPS, "appLinks",
          Section.ROLES, "roles",
          Section.DEVICES, "devices");

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
    for (SourceElement element : read(mapping.listAddress(), MOST)) {
      SourceValue.Fields whole = withSections(element, mapping);
      objects.add(new MappingPreview.Previewed(element.id(), mapping.objectOf(whole)));
    }
    return new MappingPreview(mapping, objects, notices);
  }

  private List<SourceElement> read(String address, int most) {
    List<SourceElement> elements = new ArrayList<>();
    ListRequest request = ListRequest.of(address).withDataLimit(most);
    lists.stream(most == MOST ? request.withPageSize(most) : request, stop, elements::add);
    return elements;
  }

  private SourceValue.Fields withSections(SourceElement person, ObjectMapping mapping) {
    Map<String, SourceValue> values = new HashMap<>(person.value().values());
    for (String section : mapping.sections()) {
      values.put(section, new SourceValue.Items(section(person.id(), section)));
    }
    return new SourceValue.Fields(values);
  }

  private List<SourceValue> section(String person, String section) {
    String address = "/api/v1/users/" + person + "/" + ADDRESSES.get(section);
    try {
      return read(address, MOST_IN_SECTION).stream()
          .map(element -> thing(section, element.value()))
          .toList();
    } catch (SourceException e) {
      if (!notices.contains(e.problem())) {
        notices.add(e.problem());
      }
      return List.of();
    }
  }

  /** A person's device stands inside the fact that they have it. */
  private static SourceValue thing(String section, SourceValue.Fields element) {
    SourceValue device = element.values().get("device");
    return section.equals(Section.DEVICES) && device != null ? device : element;
  }
}
