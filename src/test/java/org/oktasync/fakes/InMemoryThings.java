package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/**
 * Applications, roles and devices of an {@link InMemorySource} and who has them: the same in lists
 * of things, in what is asked for of one person, in what is read from the other side, and in the
 * log, which names what Okta's names.
 */
public final class InMemoryThings {
  private final InMemorySource source;
  private final Map<ThingKind, Map<String, Thing>> things = new EnumMap<>(ThingKind.class);

  /** A thing, and who has it. */
  private record Thing(String id, String label, boolean active, Set<String> people) {}

  InMemoryThings(InMemorySource source) {
    this.source = source;
    for (ThingKind kind : ThingKind.values()) {
      things.put(kind, new TreeMap<>());
    }
  }

  /** From now on the lists of the source show what there is. */
  public InMemoryThings show() {
    source.lists().answer(this::list);
    return this;
  }

  /** There is such a thing, and exactly these people have it. */
  public InMemoryThings put(ThingKind kind, String id, String label, String... people) {
    Thing before = things.get(kind).get(id);
    Set<String> now = new TreeSet<>(List.of(people));
    Set<String> had = before == null ? Set.of() : before.people();
    if (before == null || !before.label().equals(label)) {
      tell(kind, Set.of(), Set.of(id), Set.of());
    }
    Set<String> moved = new HashSet<>(now);
    moved.addAll(had);
    moved.removeIf(person -> now.contains(person) && had.contains(person));
    if (!moved.isEmpty()) {
      tell(kind, moved, kind == ThingKind.APPS ? Set.of() : Set.of(id), Set.of());
    }
    keep(kind, new Thing(id, label, before == null || before.active(), now));
    return this;
  }

  /** An application is switched on or off, and who has it stays; a device loses its owners. */
  public InMemoryThings active(ThingKind kind, String id, boolean active) {
    Thing before = things.get(kind).get(id);
    tell(kind, Set.of(), Set.of(id), Set.of(id));
    Set<String> stay = kind == ThingKind.DEVICES && !active ? Set.of() : before.people();
    keep(kind, new Thing(id, before.label(), active, stay));
    return this;
  }

  /** A thing is gone, for everybody. */
  public InMemoryThings delete(ThingKind kind, String id) {
    Thing before = things.get(kind).get(id);
    if (before != null) {
      tell(kind, Set.of(), Set.of(id), Set.of(id));
      keep(kind, new Thing(id, before.label(), false, Set.of()));
      things.get(kind).remove(id);
    }
    return this;
  }

  /** The members of a group get a thing, or have it no longer; the log names the group alone. */
  public InMemoryThings group(ThingKind kind, String id, String group, boolean give) {
    Thing before = things.get(kind).get(id);
    Set<String> people = new TreeSet<>(before.people());
    Set<String> members = new TreeSet<>();
    source.membersOf(new ExternalId(group)).forEach(member -> members.add(member.value()));
    boolean moved = give ? people.addAll(members) : people.removeAll(members);
    if (!moved) {
      return this;
    }
    source.log().thing(kind, changes(Set.of(), Set.of(group), Set.of(), Set.of()));
    keep(kind, new Thing(id, before.label(), before.active(), people));
    return this;
  }

  /** The ids of the things of a kind. */
  public Set<String> ids(ThingKind kind) {
    return Set.copyOf(things.get(kind).keySet());
  }

  private void tell(ThingKind kind, Set<String> people, Set<String> ids, Set<String> shaken) {
    source.log().thing(kind, changes(people, Set.of(), ids, shaken));
  }

  private static ThingChanges changes(
      Set<String> people, Set<String> groups, Set<String> ids, Set<String> shaken) {
    return new ThingChanges(ids(people), ids(groups), ids, shaken);
  }

  private static Set<ExternalId> ids(Set<String> texts) {
    Set<ExternalId> ids = new HashSet<>();
    texts.forEach(text -> ids.add(new ExternalId(text)));
    return ids;
  }

  private void keep(ThingKind kind, Thing thing) {
    things.get(kind).put(thing.id(), thing);
    if (kind != ThingKind.DEVICES) {
      String[] people = thing.active() ? thing.people().toArray(String[]::new) : new String[0];
      source
          .entitlements()
          .thing(EntitlementKind.valueOf(kind.name()), thing.id(), thing.label(), people);
    }
  }

  /** What stands at an address; empty when nothing of these things does. */
  private Optional<List<SourceValue.Fields>> list(String path) {
    String[] steps = path.substring("/api/v1/".length()).split("/");
    if (steps.length == 1) {
      return all(steps[0]);
    } else if (steps.length < 3) {
      return Optional.empty();
    }
    return switch (steps[0] + " " + steps[2]) {
      case "users appLinks" -> Optional.of(ofPerson(ThingKind.APPS, steps[1]));
      case "users roles" -> Optional.of(ofPerson(ThingKind.ROLES, steps[1]));
      case "users devices" -> Optional.of(ofPerson(ThingKind.DEVICES, steps[1]));
      case "users groups" -> Optional.of(groupsOf(steps[1]));
      case "groups users" -> Optional.of(members(steps[1]));
      case "apps users" -> Optional.ofNullable(users(steps[1]));
      default -> Optional.empty();
    };
  }

  private Optional<List<SourceValue.Fields>> all(String list) {
    return switch (list) {
      case "apps" -> Optional.of(shown(ThingKind.APPS));
      case "devices" -> Optional.of(shown(ThingKind.DEVICES));
      case "groups" -> Optional.of(source.groups().stream().map(InMemoryThings::shown).toList());
      default -> Optional.empty();
    };
  }

  private List<SourceValue.Fields> shown(ThingKind kind) {
    List<SourceValue.Fields> shown = new ArrayList<>();
    for (Thing thing : things.get(kind).values()) {
      if (thing.active() || kind == ThingKind.DEVICES) {
        shown.add(kind == ThingKind.APPS ? app(thing) : device(thing));
      }
    }
    return shown;
  }

  private static SourceValue.Fields app(Thing app) {
    return fields("id", text(app.id()), "label", text(app.label()), "status", text("ACTIVE"));
  }

  private static SourceValue.Fields device(Thing device) {
    List<SourceValue> owners = new ArrayList<>();
    device.people().forEach(id -> owners.add(fields("user", fields("id", text(id)))));
    return fields(
        "id",
        text(device.id()),
        "profile",
        fields("displayName", text(device.label())),
        "_embedded",
        fields("users", new SourceValue.Items(owners)));
  }

  private List<SourceValue.Fields> ofPerson(ThingKind kind, String person) {
    return things.get(kind).values().stream()
        .filter(thing -> thing.active() && thing.people().contains(person))
        .map(thing -> held(kind, thing, person))
        .toList();
  }

  private static SourceValue.Fields held(ThingKind kind, Thing thing, String person) {
    return switch (kind) {
      case APPS -> fields("appInstanceId", text(thing.id()), "label", text(thing.label()));
      case ROLES ->
          fields(
              "id",
              text("grant-" + thing.id() + "-" + person),
              "type",
              text(thing.id()),
              "label",
              text(thing.label()));
      case DEVICES -> fields("device", device(thing));
    };
  }

  private List<SourceValue.Fields> groupsOf(String person) {
    return source.groups().stream()
        .filter(group -> source.membersOf(group.id()).contains(new ExternalId(person)))
        .map(InMemoryThings::shown)
        .toList();
  }

  private static SourceValue.Fields shown(SourceGroup group) {
    return fields("id", text(group.id().value()), "profile", fields("name", text(group.name())));
  }

  private List<SourceValue.Fields> members(String group) {
    return source.membersOf(new ExternalId(group)).stream()
        .sorted()
        .map(id -> fields("id", text(id.value())))
        .toList();
  }

  private List<SourceValue.Fields> users(String app) {
    Thing thing = things.get(ThingKind.APPS).get(app);
    return thing == null
        ? null
        : thing.people().stream().map(id -> fields("id", text(id))).toList();
  }

  private static SourceValue text(String text) {
    return new SourceValue.Text(text);
  }

  private static SourceValue.Fields fields(Object... namesAndValues) {
    Map<String, SourceValue> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], (SourceValue) namesAndValues[i + 1]);
    }
    return new SourceValue.Fields(values);
  }
}
