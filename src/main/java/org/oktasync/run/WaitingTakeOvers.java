package org.oktasync.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;
import org.oktasync.run.OtherDirectories.Holder;

/**
 * Whom administrators let take over an account of another directory, held against what the
 * directories have now. Each person's account is looked at once. For one thread.
 */
final class WaitingTakeOvers implements Namesakes {
  private final Map<ExternalId, TakeOver> words = new HashMap<>();
  private final Set<AccountName> names = new HashSet<>();
  private final Map<ExternalId, Namesake> known = new HashMap<>();
  private final Map<Group, Set<AccountName>> members = new HashMap<>();
  private final OtherDirectories others;
  private final CurrentState current;
  private final Set<String> further;
  private LinkedUsers linked;

  /** A group of one directory. */
  private record Group(long directory, GroupName name) {}

  /**
   * @param current answers who is protected, and what key Jira has for a name
   * @param further attributes of accounts that are kept in step beyond the usual ones
   */
  WaitingTakeOvers(
      List<TakeOver> words, OtherDirectories others, CurrentState current, Set<String> further) {
    words.forEach(word -> this.words.put(word.sourceId(), word));
    words.forEach(word -> names.add(word.name()));
    this.others = others;
    this.current = current;
    this.further = further;
  }

  /**
   * Why an account of another directory cannot be taken over; empty if it can.
   *
   * @param holders every account of that name in other directories
   * @param isAnothers whether somebody else of the connection is linked to the user of that name
   */
  static String obstacle(List<Holder> holders, boolean isProtected, boolean isAnothers) {
    if (holders.isEmpty()) {
      return Reasons.NAMESAKE_GONE;
    } else if (holders.size() > 1) {
      return Reasons.NAMESAKE_SEVERAL;
    } else if (isProtected) {
      return Reasons.NAMESAKE_PROTECTED;
    } else if (isAnothers) {
      return Reasons.NAMESAKE_LINKED;
    }
    Holder one = holders.get(0);
    return one.directory().active() && one.account().active() ? "" : Reasons.NAMESAKE_OFF;
  }

  @Override
  public boolean expects(ExternalId person) {
    return words.containsKey(person);
  }

  @Override
  public Namesake of(ExternalId person, AccountName name) {
    return known.computeIfAbsent(person, id -> look(words.get(id), name));
  }

  private Namesake look(TakeOver word, AccountName name) {
    String directory = others.name(word.directoryId());
    if (!word.name().equals(name)) {
      return refused(directory, Reasons.NAMESAKE_NAME_CHANGED);
    }
    List<Holder> holders = others.holders(name, further);
    boolean isAnothers = linked().isAnothers(word.sourceId(), name);
    String obstacle = obstacle(holders, current.isProtected(name), isAnothers);
    if (!obstacle.isEmpty()) {
      return refused(directory, obstacle);
    } else if (holders.get(0).directory().id() != word.directoryId()) {
      return refused(directory, Reasons.NAMESAKE_GONE);
    } else if (!word.userKey().equals(current.keyOf(name))) {
      return refused(directory, Reasons.NAMESAKE_OTHER);
    }
    Account account = holders.get(0).account();
    return new Namesake(directory, Optional.of(account), "");
  }

  private LinkedUsers linked() {
    if (linked == null) {
      linked = new LinkedUsers(current, names);
    }
    return linked;
  }

  private static Namesake refused(String directory, String obstacle) {
    return new Namesake(directory, Optional.empty(), obstacle);
  }

  @Override
  public boolean brings(ExternalId person, GroupName group) {
    TakeOver word = words.get(person);
    return word != null
        && members
            .computeIfAbsent(
                new Group(word.directoryId(), group),
                one -> others.members(one.directory(), one.name(), names))
            .contains(word.name());
  }
}
