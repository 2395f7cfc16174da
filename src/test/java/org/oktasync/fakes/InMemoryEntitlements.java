package org.oktasync.fakes;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementLists;
import org.oktasync.source.EntitlementReading;
import org.oktasync.source.EntitlementScope;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.Entitlements.Held;

/** Who has what, in memory; what is known of it can be put in doubt. */
public final class InMemoryEntitlements implements EntitlementLists {
  private final Map<EntitlementKind, Map<String, SourceValue.Fields>> things =
      new EnumMap<>(EntitlementKind.class);
  private final Map<EntitlementKind, Map<String, Set<String>>> held =
      new EnumMap<>(EntitlementKind.class);
  private final Map<EntitlementKind, Set<String>> uncertain = new EnumMap<>(EntitlementKind.class);
  private final Set<EntitlementKind> broken = new HashSet<>();
  private final List<Message> notices = new ArrayList<>();

  public InMemoryEntitlements() {
    for (EntitlementKind kind : EntitlementKind.values()) {
      things.put(kind, new TreeMap<>());
      held.put(kind, new TreeMap<>());
      uncertain.put(kind, new TreeSet<>());
    }
  }

  /** There is such a thing, and exactly these people have it. */
  public InMemoryEntitlements thing(
      EntitlementKind kind, String id, String label, String... people) {
    things
        .get(kind)
        .put(
            id,
            new SourceValue.Fields(
                Map.of("id", new SourceValue.Text(id), "label", new SourceValue.Text(label))));
    held.get(kind).values().forEach(some -> some.remove(id));
    for (String person : people) {
      held.get(kind).computeIfAbsent(person, any -> new TreeSet<>()).add(id);
    }
    return this;
  }

  /** The list of things of a kind breaks off. */
  public InMemoryEntitlements breakOff(EntitlementKind kind) {
    broken.add(kind);
    return this;
  }

  /** Nobody can tell in full who has a thing. */
  public InMemoryEntitlements doubt(EntitlementKind kind, String id) {
    uncertain.get(kind).add(id);
    return this;
  }

  /** The source does not offer a kind. */
  public InMemoryEntitlements withoutFeature(EntitlementKind kind) {
    broken.add(kind);
    notices.add(Message.of("feature-missing", kind.label()));
    return this;
  }

  /** Everything is known again. */
  public InMemoryEntitlements mend() {
    broken.clear();
    notices.clear();
    uncertain.values().forEach(Set::clear);
    return this;
  }

  @Override
  public EntitlementReading read(
      EntitlementScope scope, Path folder, StopSignal stop, Progress progress) {
    stop.check();
    return new Reading(scope);
  }

  private final class Reading implements EntitlementReading {
    private final EntitlementScope scope;

    Reading(EntitlementScope scope) {
      this.scope = scope;
    }

    @Override
    public Instant readAt() {
      return Instant.EPOCH;
    }

    @Override
    public Map<String, SourceValue.Fields> objects(EntitlementKind kind) {
      return scope.wants(kind) ? new TreeMap<>(things.get(kind)) : Map.of();
    }

    @Override
    public Completeness completeness(EntitlementKind kind) {
      return scope.wants(kind) && !broken.contains(kind)
          ? Completeness.WHOLE
          : Completeness.broken("broken");
    }

    @Override
    public Set<String> uncertain(EntitlementKind kind) {
      return Set.copyOf(uncertain.get(kind));
    }

    @Override
    public List<IncompleteList> incomplete() {
      return broken.stream()
          .sorted()
          .filter(kind -> notices.isEmpty())
          .map(kind -> new IncompleteList(kind.label(), "broken"))
          .toList();
    }

    @Override
    public List<String> offCount() {
      return List.of();
    }

    @Override
    public List<Message> notices() {
      return List.copyOf(notices);
    }

    @Override
    public EntitlementWalk walk() {
      return new Walk(this);
    }

    @Override
    public void close() {}

    private Held held(EntitlementKind kind, String person) {
      Map<String, SourceValue.Fields> all = objects(kind);
      Set<String> ids = held.get(kind).getOrDefault(person, Set.of());
      return new Held(
          ids.stream().filter(all::containsKey).map(all::get).toList(),
          completeness(kind).complete());
    }
  }

  private static final class Walk implements EntitlementWalk {
    private final Reading reading;
    private String last = "";

    Walk(Reading reading) {
      this.reading = reading;
    }

    @Override
    public Entitlements of(ExternalId user, String status) {
      if (user.value().compareTo(last) <= 0) {
        throw new IllegalArgumentException(user + " does not come after " + last);
      }
      last = user.value();
      return new Entitlements(
          reading.held(EntitlementKind.GROUPS, last),
          reading.held(EntitlementKind.APPS, last),
          reading.held(EntitlementKind.ROLES, last));
    }

    @Override
    public void close() {}
  }
}
