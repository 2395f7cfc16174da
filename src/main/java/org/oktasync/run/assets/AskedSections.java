package org.oktasync.run.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.Section;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceElement;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLists;

/** Asks for each person by themselves; cheaper than lists of everybody while people are few. */
public final class AskedSections implements Sections {
  /** Where the sections of one person are read. */
  private static final Map<String, String> ADDRESSES =
      Map.of(
          Section.GROUPS, "groups",
          Section.APPS, "appLinks",
          Section.ROLES, "roles",
          Section.DEVICES, "devices");

  private final SourceLists lists;
  private final Set<String> sections;
  private final StopSignal stop;
  private final Set<Message> notices = new LinkedHashSet<>();

  /**
   * @param sections the names of those that are asked for
   */
  public AskedSections(SourceLists lists, Set<String> sections, StopSignal stop) {
    this.lists = lists;
    this.sections = sections;
    this.stop = stop;
  }

  @Override
  public Added of(ExternalId user, String status) {
    Map<String, List<SourceValue>> things = new HashMap<>();
    Set<String> uncertain = new HashSet<>();
    for (String section : sections) {
      List<SourceValue> found = new ArrayList<>();
      if (!read(user, section, found)) {
        uncertain.add(section);
      }
      things.put(section, found);
    }
    return new Added(things, uncertain);
  }

  private boolean read(ExternalId user, String section, List<SourceValue> found) {
    String address = "/api/v1/users/" + user.value() + "/" + ADDRESSES.get(section);
    try {
      ListEnd end =
          lists.stream(ListRequest.of(address), stop, element -> add(section, element, found));
      return end.completeness().complete();
    } catch (SourceException e) {
      notices.add(e.problem());
      return false;
    }
  }

  private static void add(String section, SourceElement element, List<SourceValue> found) {
    if (!section.equals(Section.GROUPS) || !isOnlyOfTheSource(element.value().values())) {
      found.add(thing(section, element));
    }
  }

  /**
   * Groups that the source made, Everyone apart, count nowhere: lists do not tell their members.
   */
  private static boolean isOnlyOfTheSource(Map<String, SourceValue> group) {
    SourceValue type = group.get("type");
    boolean builtIn = type != null && type.text().equals(SourceGroup.BUILT_IN);
    return builtIn && !new SourceValue.Fields(group).text().equals("Everyone");
  }

  /** A device stands inside the fact that the person has it; a link names the application apart. */
  private static SourceValue thing(String section, SourceElement element) {
    Map<String, SourceValue> values = element.value().values();
    if (section.equals(Section.DEVICES)) {
      boolean inside = values.get("device") instanceof SourceValue.Fields;
      return DeviceOfPerson.of(
          inside ? (SourceValue.Fields) values.get("device") : element.value());
    } else if (section.equals(Section.APPS) && values.get("appInstanceId") != null) {
      Map<String, SourceValue> app = new HashMap<>(values);
      app.put("id", values.get("appInstanceId"));
      return new SourceValue.Fields(app);
    }
    return element.value();
  }

  @Override
  public List<IncompleteList> incomplete() {
    return List.of();
  }

  @Override
  public List<Message> notices() {
    return List.copyOf(notices);
  }

  @Override
  public void close() {}
}
