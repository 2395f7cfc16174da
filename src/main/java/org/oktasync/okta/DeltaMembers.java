package org.oktasync.okta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;
import org.oktasync.model.SourceGroup;
import org.oktasync.source.SyncScope;

/**
 * Decides for each group that changed how its members are learnt: from the log, whose word is
 * checked against the number of members that Okta states, or by reading the whole list.
 */
final class DeltaMembers {
  private static final double NEARLY_ALL = 0.9;

  private final OktaToken before;
  private final SyncScope scope;
  private final Map<String, ChangedGroup> groups = new TreeMap<>();
  private final Map<String, MemberChanges> changes = new HashMap<>();
  private final List<MemberList> toRead = new ArrayList<>();

  DeltaMembers(OktaToken before, SyncScope scope) {
    this.before = before;
    this.scope = scope;
  }

  /** A group that changed, or that the log tells of. */
  void add(ChangedGroup group) {
    groups.put(group.group().id().value(), group);
  }

  /** Whether a group is among those that changed. */
  boolean knows(String group) {
    return groups.containsKey(group);
  }

  /** The groups that changed. */
  List<SourceGroup> groups() {
    return groups.values().stream().map(ChangedGroup::group).toList();
  }

  /** How many calls it takes to read the lists of all groups whose members changed. */
  long callsToReadAll() {
    return pagesOf(groups.values().stream().filter(this::wanted).filter(this::membersChanged));
  }

  private static long pages(OptionalLong members) {
    long count = members.orElse(1);
    return (count + OktaLists.LARGE_MEMBER_PAGE - 1) / OktaLists.LARGE_MEMBER_PAGE;
  }

  /** How many events the log must have at least, by what the numbers of members changed. */
  long leastEvents() {
    return groups.entrySet().stream()
        .filter(entry -> before.counts().containsKey(entry.getKey()))
        .filter(entry -> entry.getValue().group().statedMembers().isPresent())
        .mapToLong(
            entry ->
                Math.abs(
                    entry.getValue().group().statedMembers().getAsLong()
                        - before.counts().get(entry.getKey())))
        .sum();
  }

  /**
   * Whether to follow the log further saves nothing, by what it told so far: whoever left would
   * cost more calls than all lists, and nearly all groups that it tells of are read as lists
   * anyhow. Of groups that only gained members the log may still tell more cheaply.
   */
  boolean listsAreCheaper(MembershipLog log) {
    Set<String> told = log.groups();
    List<ChangedGroup> known =
        groups.values().stream()
            .filter(this::wanted)
            .filter(group -> told.contains(group.group().id().value()))
            .toList();
    long leavers =
        known.stream()
            .flatMap(group -> log.changes(group.group().id().value()).removed().stream())
            .distinct()
            .count();
    return leavers > callsToReadAll()
        && pagesOf(known.stream().filter(group -> isCheaperAsList(group, log)))
            >= NEARLY_ALL * pagesOf(known.stream());
  }

  private static long pagesOf(Stream<ChangedGroup> groups) {
    return groups.mapToLong(group -> pages(group.group().statedMembers())).sum();
  }

  private boolean wanted(ChangedGroup changed) {
    return scope.wantsMembers(changed.group());
  }

  /** Okta says so, and this very change has not been dealt with before. */
  private boolean membersChanged(ChangedGroup changed) {
    String at = changed.membersChangedAt();
    if (at.isEmpty()) {
      return true;
    }
    boolean seen = at.equals(before.seen().get(changed.group().id().value()));
    return !seen && Times.isAfter(at, before.since());
  }

  /**
   * Decides about every group.
   *
   * @param log what the log says; without it lists are read
   * @param logRead whether all of the log was read
   * @param everybody ids of everybody who changed, who are members of the groups that Okta fills by
   *     itself
   */
  void decide(MembershipLog log, boolean logRead, Set<ExternalId> everybody) {
    for (ChangedGroup changed : groups.values()) {
      String id = changed.group().id().value();
      if (!wanted(changed)) {
        continue;
      }
      if (changed.group().builtIn() && before.counts().containsKey(id)) {
        changes.put(id, new MemberChanges(everybody, Set.of()));
      } else if (mustBeRead(changed, log, logRead)) {
        toRead.add(MemberList.of(changed.group()));
      } else {
        changes.put(id, log.changes(id));
      }
    }
  }

  private boolean mustBeRead(ChangedGroup changed, MembershipLog log, boolean logRead) {
    String id = changed.group().id().value();
    boolean told = logRead && log.groups().contains(id);
    boolean isNew = !before.counts().containsKey(id) && changed.group().statedMembers().isPresent();
    if (isNew
        || before.unread().contains(id)
        || log.inDoubt(id)
        || (!told && membersChanged(changed))) {
      return true;
    }
    OptionalLong stated = changed.group().statedMembers();
    boolean differs =
        stated.isPresent()
            && stated.getAsLong() != before.counts().get(id) + (told ? log.net(id) : 0);
    return differs || (told && stated.isPresent() && isCheaperAsList(changed, log));
  }

  /** Whoever the log says has left is asked for by id, one call each; a whole list needs none. */
  private static boolean isCheaperAsList(ChangedGroup changed, MembershipLog log) {
    int leaving = log.changes(changed.group().id().value()).removed().size();
    return pages(changed.group().statedMembers()) < leaving;
  }

  /** The lists to be read whole, after {@link #decide}. */
  List<MemberList> toRead() {
    return toRead;
  }

  /** What changed in groups whose lists are not read, by id, after {@link #decide}. */
  Map<String, MemberChanges> changes() {
    return changes;
  }

  /**
   * The numbers of members to check the next log against.
   *
   * @param deleted groups that are gone
   */
  Map<String, Long> countsNow(Set<ExternalId> deleted) {
    Map<String, Long> counts = new HashMap<>(before.counts());
    deleted.forEach(id -> counts.remove(id.value()));
    groups.forEach(
        (id, changed) ->
            changed.group().statedMembers().ifPresent(stated -> counts.put(id, stated)));
    return counts;
  }

  /** When the members of groups last changed, where the next reading will be told of it again. */
  Map<String, String> seenNow(java.time.Instant nextSince) {
    Map<String, String> seen = new HashMap<>();
    groups.forEach(
        (id, changed) -> {
          if (Times.isAfter(changed.membersChangedAt(), nextSince)) {
            seen.put(id, changed.membersChangedAt());
          }
        });
    return seen;
  }

  /** Groups that the log tells of and that are not known yet. */
  Set<String> missing(MembershipLog log) {
    Set<String> missing = new HashSet<>(log.groups());
    missing.addAll(before.unread());
    missing.removeAll(groups.keySet());
    return missing;
  }
}
