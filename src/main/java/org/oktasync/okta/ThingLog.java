package org.oktasync.okta;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/** What events come to that tell of applications, admin roles and devices. */
final class ThingLog {
  private final Map<ThingKind, Told> told = new EnumMap<>(ThingKind.class);

  /** What was told of things of one kind. */
  private static final class Told {
    private final Set<ExternalId> people = new HashSet<>();
    private final Set<ExternalId> groups = new HashSet<>();
    private final Set<String> things = new HashSet<>();
    private final Set<String> shaken = new HashSet<>();
  }

  ThingLog() {
    for (ThingKind kind : ThingKind.values()) {
      told.put(kind, new Told());
    }
  }

  /** Takes in one event; the same one again changes nothing. */
  void take(LogEvent event) {
    if (event.succeeded()) {
      ThingEvent.of(event.type()).ifPresent(type -> take(type, event));
    }
  }

  private void take(ThingEvent type, LogEvent event) {
    Told of = told.get(type.kind());
    List<String> ids = event.things(type.kind());
    if (type.ofThing()) {
      of.things.addAll(ids);
    }
    if (type.ofEverybody()) {
      of.shaken.addAll(ids);
    }
    if (type.ofHolder()) {
      event.users().forEach(id -> of.people.add(new ExternalId(id)));
      event.groups().forEach(id -> of.groups.add(new ExternalId(id)));
    }
  }

  /** What was told of a kind. */
  ThingChanges of(ThingKind kind) {
    Told of = told.get(kind);
    return new ThingChanges(of.people, of.groups, of.things, of.shaken);
  }
}
