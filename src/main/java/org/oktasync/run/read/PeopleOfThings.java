package org.oktasync.run.read;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.Section;
import org.oktasync.model.ExternalId;
import org.oktasync.run.assets.Referrers;
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
 * was switched on or off. Who had what is gone no list of the source tells: those are meant whose
 * objects refer to it.
 */
final class PeopleOfThings {
  private static final Set<Kind> NOT_TO_BE_HAD =
      Set.of(Kind.NOT_FOUND, Kind.DENIED, Kind.FEATURE_MISSING);

  private static final Map<ThingKind, String> SECTIONS =
      Map.of(
          ThingKind.APPS, Section.APPS,
          ThingKind.ROLES, Section.ROLES,
          ThingKind.DEVICES, Section.DEVICES);

  private final SourceLists lists;
  private final Referrers referrers;
  private final StopSignal stop;
  private final int most;
  private final Set<ExternalId> ids = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private boolean untold;

  /**
   * @param referrers asked who had what is gone
   * @param most with more people than this nobody need be asked for any more
   */
  PeopleOfThings(SourceLists lists, Referrers referrers, StopSignal stop, int most) {
    this.lists = lists;
    this.referrers = referrers;
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
    addReferring(
        Section.GROUPS,
        delta.deletedGroups().stream().map(ExternalId::value).collect(Collectors.toSet()));
  }

  private void add(ThingKind kind, ThingChanges changes) {
    ids.addAll(changes.people());
    changes.groups().stream()
        .sorted()
        .forEach(
            group -> untold |= !addAll("/api/v1/groups/" + group.value() + "/users?limit=200"));
    Set<String> silent = new TreeSet<>(changes.shaken());
    if (kind == ThingKind.APPS) {
      silent.removeIf(app -> addAll("/api/v1/apps/" + app + "/users?limit=500"));
    }
    addReferring(SECTIONS.get(kind), silent);
  }

  /** Adds whose objects refer to things of which the source does not say who had them. */
  private void addReferring(String section, Set<String> things) {
    if (!things.isEmpty() && ids.size() <= most) {
      referrers.of(section, things, most).ifPresentOrElse(ids::addAll, () -> untold = true);
    }
  }

  /** Whether the source has such a list; one that is not whole leaves others untold. */
  private boolean addAll(String address) {
    if (ids.size() > most || !asked.add(address)) {
      return true;
    }
    ListRequest request = ListRequest.of(address).withDataLimit(most + 1L);
    try {
      ListEnd end = lists.stream(request, stop, element -> ids.add(new ExternalId(element.id())));
      untold |= !end.limited() && !end.completeness().complete();
      return true;
    } catch (SourceException e) {
      if (!NOT_TO_BE_HAD.contains(e.kind())) {
        throw e;
      }
      return false;
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
