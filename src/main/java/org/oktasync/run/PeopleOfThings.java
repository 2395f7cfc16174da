package org.oktasync.run;

import java.util.HashSet;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.model.ExternalId;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceDelta;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceLists;
import org.oktasync.source.ThingChanges;
import org.oktasync.source.ThingKind;

/**
 * The people of whom a delta tells that they have other applications, roles or devices now: those
 * whom it names, the members of groups that it names, and the users of an application that it says
 * was switched on or off. Nobody else's list tells who had what is gone.
 */
final class PeopleOfThings {
  private static final Set<Kind> NOT_TO_BE_HAD =
      Set.of(Kind.NOT_FOUND, Kind.DENIED, Kind.FEATURE_MISSING);

  private final SourceLists lists;
  private final StopSignal stop;
  private final int most;
  private final Set<ExternalId> ids = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private boolean untold;

  /**
   * @param most with more people than this nobody need be asked for any more
   */
  PeopleOfThings(SourceLists lists, StopSignal stop, int most) {
    this.lists = lists;
    this.stop = stop;
    this.most = most;
  }

  /** Adds whoever a delta tells of. */
  void add(SourceDelta delta, Set<ThingKind> kinds) {
    for (ThingKind kind : ThingKind.values()) {
      if (kinds.contains(kind)) {
        delta.changesOf(kind).ifPresentOrElse(changes -> add(kind, changes), () -> untold = true);
      }
    }
  }

  private void add(ThingKind kind, ThingChanges changes) {
    ids.addAll(changes.people());
    changes.groups().stream()
        .sorted()
        .forEach(group -> addAll("/api/v1/groups/" + group.value() + "/users?limit=200"));
    if (kind == ThingKind.APPS) {
      changes.shaken().stream()
          .sorted()
          .forEach(app -> addAll("/api/v1/apps/" + app + "/users?limit=500"));
    } else {
      untold |= !changes.shaken().isEmpty();
    }
  }

  private void addAll(String address) {
    if (ids.size() > most || !asked.add(address)) {
      return;
    }
    ListRequest request = ListRequest.of(address).withDataLimit(most + 1L);
    try {
      ListEnd end = lists.stream(request, stop, element -> ids.add(new ExternalId(element.id())));
      untold |= !end.limited() && !end.completeness().complete();
    } catch (SourceException e) {
      if (!NOT_TO_BE_HAD.contains(e.kind())) {
        throw e;
      }
      untold = true;
    }
  }

  /** All of them; of more than are wanted only so many that this shows. */
  Set<ExternalId> ids() {
    return ids;
  }

  /** Whether there may be others, of whom the source cannot tell. */
  boolean untold() {
    return untold;
  }
}
