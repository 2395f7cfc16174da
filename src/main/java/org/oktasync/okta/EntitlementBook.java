package org.oktasync.okta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.source.Completeness;
import org.oktasync.source.EntitlementKind;
import org.oktasync.spool.SortedSpool;
import org.oktasync.spool.SpoolFolder;

/**
 * What a reading of entitlements finds out: things, who has them, which groups give them, and what
 * is in doubt. Filled by many threads; sealed once, then read.
 */
final class EntitlementBook {
  static final String HIDDEN_GROUP = "okta-group-hidden";

  /** Pairs held in memory before they are written; they are short. */
  private static final int BUFFER = 50_000;

  /** What is known of one kind of things. */
  private static final class Chapter {
    final Map<String, SourceValue.Fields> objects = new TreeMap<>();
    final Map<String, Set<String>> grants = new HashMap<>();
    final Set<String> uncertain = new TreeSet<>();
    final Set<String> doubtfulPeople = new HashSet<>();
    final SortedSpool<String> pairs;
    Completeness whole = Completeness.WHOLE;

    Chapter(SortedSpool<String> pairs) {
      this.pairs = pairs;
    }
  }

  private final Map<EntitlementKind, Chapter> chapters = new EnumMap<>(EntitlementKind.class);
  private final Set<IncompleteList> incomplete = new LinkedHashSet<>();
  private final Set<Message> notices = new LinkedHashSet<>();

  /**
   * @param wanted kinds that are read; all others are in doubt
   */
  EntitlementBook(SpoolFolder files, Set<EntitlementKind> wanted) {
    for (EntitlementKind kind : EntitlementKind.values()) {
      Chapter chapter =
          new Chapter(new SortedSpool<>(files, "pairs-" + kind.label(), new IdCodec(), BUFFER));
      if (!wanted.contains(kind)) {
        chapter.whole = Completeness.broken(MemberBook.NOT_READ);
      }
      chapters.put(kind, chapter);
    }
  }

  /**
   * There is such a thing. Okta names a role in two ways for people and groups; of two names the
   * first in order is kept.
   */
  synchronized void object(EntitlementKind kind, String id, SourceValue.Fields value) {
    chapters
        .get(kind)
        .objects
        .merge(id, value, (a, b) -> a.text().compareTo(b.text()) <= 0 ? a : b);
  }

  /** Somebody has a thing. */
  void pair(EntitlementKind kind, String person, String thing) {
    chapters.get(kind).pairs.add(Pairs.of(person, thing));
  }

  /** Whoever is in a group has a thing. */
  synchronized void grant(EntitlementKind kind, String group, String thing) {
    chapters.get(kind).grants.computeIfAbsent(group, any -> new TreeSet<>()).add(thing);
  }

  /** The groups that give something of these kinds. */
  synchronized Set<String> grantingGroups() {
    Set<String> groups = new HashSet<>();
    chapters.values().forEach(chapter -> groups.addAll(chapter.grants.keySet()));
    return groups;
  }

  /** Takes note of how a list ended that all of a kind hangs on. */
  synchronized void judge(EntitlementKind kind, String list, ListOutcome outcome) {
    Chapter chapter = chapters.get(kind);
    if (!outcome.whole() && chapter.whole.complete()) {
      chapter.whole = outcome.completeness();
    }
    report(list, outcome);
  }

  /** Takes note of how a list ended that tells who has one thing. */
  synchronized void judgeThing(
      EntitlementKind kind, String thing, String list, ListOutcome outcome) {
    if (!outcome.whole()) {
      chapters.get(kind).uncertain.add(thing);
    }
    report(list, outcome);
  }

  /** Takes note of how a list ended that tells what one person has. */
  synchronized void judgePerson(
      EntitlementKind kind, String person, String list, ListOutcome outcome) {
    if (!outcome.whole()) {
      chapters.get(kind).doubtfulPeople.add(person);
    }
    report(list, outcome);
  }

  /** A thing is given to a group whose members cannot be seen. */
  synchronized void hidden(EntitlementKind kind, String thing, String list) {
    chapters.get(kind).uncertain.add(thing);
    incomplete.add(new IncompleteList(list, HIDDEN_GROUP));
  }

  /** What the source does not offer to this connection is a notice and not a fault. */
  private void report(String list, ListOutcome outcome) {
    if (outcome.featureMissing()) {
      notices.add(outcome.failure().problem());
    } else if (!outcome.whole()) {
      incomplete.add(new IncompleteList(list, outcome.reason()));
    }
  }

  /** The member list of a group broke off: it is in doubt, with what it gives. */
  synchronized void membersBroken(String group) {
    chapters.get(EntitlementKind.GROUPS).uncertain.add(group);
    for (Chapter chapter : chapters.values()) {
      chapter.uncertain.addAll(chapter.grants.getOrDefault(group, Set.of()));
    }
  }

  /** Nothing is added any more. */
  void seal() {
    chapters.values().forEach(chapter -> chapter.pairs.seal());
  }

  synchronized Map<String, SourceValue.Fields> objects(EntitlementKind kind) {
    return Collections.unmodifiableMap(chapters.get(kind).objects);
  }

  synchronized Completeness completeness(EntitlementKind kind) {
    return chapters.get(kind).whole;
  }

  synchronized Set<String> uncertain(EntitlementKind kind) {
    return Collections.unmodifiableSet(chapters.get(kind).uncertain);
  }

  /** Whether the list of what a person has is whole, but for things that are uncertain. */
  synchronized boolean knows(EntitlementKind kind, String person) {
    Chapter chapter = chapters.get(kind);
    return chapter.whole.complete() && !chapter.doubtfulPeople.contains(person);
  }

  /** What a group gives. */
  synchronized Set<String> grants(EntitlementKind kind, String group) {
    return chapters.get(kind).grants.getOrDefault(group, Set.of());
  }

  /** A walk over the pairs of a kind; after {@link #seal}. */
  Pairs.Walk walk(EntitlementKind kind) {
    return new Pairs.Walk(chapters.get(kind).pairs.cursor());
  }

  synchronized List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>(incomplete);
    lists.sort(Comparator.comparing(IncompleteList::list).thenComparing(IncompleteList::reason));
    return lists;
  }

  synchronized List<Message> notices() {
    List<Message> sorted = new ArrayList<>(notices);
    sorted.sort(Comparator.comparing(Message::toString));
    return sorted;
  }
}
