package org.oktasync.run.assets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
      Map<String, SourceValue> found = new LinkedHashMap<>();
      if (!read(user, section, found)) {
        uncertain.add(section);
      }
      things.put(section, List.copyOf(found.values()));
    }
    return new Added(things, uncertain);
  }

  private boolean read(ExternalId user, String section, Map<String, SourceValue> found) {
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

  /** What somebody has twice, by themselves and by a group, they have once. */
  private static void add(String section, SourceElement element, Map<String, SourceValue> found) {
    Map<String, SourceValue> values = element.value().values();
    boolean counts =
        switch (section) {
          case Section.GROUPS -> !isOnlyOfTheSource(values);
          case Section.ROLES -> !text(values, "status").equals("INACTIVE");
          default -> true;
        };
    if (counts) {
      SourceValue.Fields thing = thing(section, element);
      String id = text(thing.values(), "id");
      found.putIfAbsent(id.isEmpty() ? "#" + element.position() : id, thing);
    }
  }

  private static String text(Map<String, SourceValue> values, String name) {
    SourceValue value = values.get(name);
    return value == null ? "" : value.text();
  }

  /**
   * Groups that the source made, Everyone apart, count nowhere: lists do not tell their members.
   */
  private static boolean isOnlyOfTheSource(Map<String, SourceValue> group) {
    SourceValue type = group.get("type");
    boolean builtIn = type != null && type.text().equals(SourceGroup.BUILT_IN);
    return builtIn && !new SourceValue.Fields(group).text().equals("Everyone");
  }

  /**
   * A device stands inside the fact that the person has it; a link names the application apart, and
   * an assignment the role, which is a custom one's id or else a type.
   */
  private static SourceValue.Fields thing(String section, SourceElement element) {
    Map<String, SourceValue> values = element.value().values();
    if (section.equals(Section.DEVICES)) {
      boolean inside = values.get("device") instanceof SourceValue.Fields;
      return DeviceOfPerson.of(
          inside ? (SourceValue.Fields) values.get("device") : element.value());
    }
    SourceValue id =
        switch (section) {
          case Section.APPS -> values.get("appInstanceId");
          case Section.ROLES -> values.getOrDefault("role", values.get("type"));
          default -> null;
        };
    return id == null ? element.value() : withId(values, id);
  }

  private static SourceValue.Fields withId(Map<String, SourceValue> values, SourceValue id) {
    Map<String, SourceValue> named = new HashMap<>(values);
    named.put("id", id);
    return new SourceValue.Fields(named);
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
