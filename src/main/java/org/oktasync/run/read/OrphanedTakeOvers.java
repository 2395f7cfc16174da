package org.oktasync.run.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUser;
import org.oktasync.model.TakeOver;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;

/**
 * Words about people whom the source has no longer: an id does not come back, so nobody will take
 * over what they were given for.
 *
 * @param words in ascending order of the source id
 */
public record OrphanedTakeOvers(List<TakeOver> words) {
  /** So many are named; there may be many. */
  private static final int NAMED = 5;

  /**
   * So many are proven gone at a time; the next run goes on. Each is asked for by itself, and a
   * list of the wrong organisation has none of them.
   */
  public static final int MOST = 200;

  private static final int TOGETHER = 50;

  /** No word is known to be about somebody who is gone. */
  static final OrphanedTakeOvers NONE = new OrphanedTakeOvers(List.of());

  public OrphanedTakeOvers {
    words = List.copyOf(words);
  }

  /**
   * Those of some words whose people are neither in a reading nor found by their id. A list that
   * broke off, and a source that does not answer, prove nothing of anybody.
   *
   * @param waiting in ascending order of the source id
   */
  public static OrphanedTakeOvers among(
      List<TakeOver> waiting, SourceSnapshot snapshot, SourceLookup lookup) {
    if (waiting.isEmpty() || !snapshot.usersCompleteness().complete()) {
      return NONE;
    }
    Set<ExternalId> missing = new TreeSet<>();
    waiting.forEach(word -> missing.add(word.sourceId()));
    try (Cursor<SourceUser> people = snapshot.users()) {
      people.forEachRemaining(person -> missing.remove(person.id()));
    }
    Set<ExternalId> gone = gone(List.copyOf(missing), lookup);
    return new OrphanedTakeOvers(
        waiting.stream().filter(word -> gone.contains(word.sourceId())).toList());
  }

  /** A list shows who is in scope; only by id it is certain that somebody is not there at all. */
  private static Set<ExternalId> gone(List<ExternalId> missing, SourceLookup lookup) {
    Set<ExternalId> gone = new TreeSet<>();
    try {
      for (int from = 0; from < missing.size() && gone.size() < MOST; from += TOGETHER) {
        List<ExternalId> some = missing.subList(from, Math.min(from + TOGETHER, missing.size()));
        gone.addAll(some);
        lookup.users(some).forEach(person -> gone.remove(person.id()));
      }
      return gone;
    } catch (SourceException e) {
      return Set.of();
    }
  }

  /** Whom they are about. */
  public Set<ExternalId> people() {
    Set<ExternalId> people = new TreeSet<>();
    words.forEach(word -> people.add(word.sourceId()));
    return people;
  }

  /** What a person should know of a run that finds them. */
  List<Message> notices() {
    List<String> some = words.stream().limit(NAMED).map(word -> word.name().value()).toList();
    return words.isEmpty()
        ? List.of()
        : List.of(Message.of("take-overs-let-go", words.size(), String.join(", ", some)));
  }
}
