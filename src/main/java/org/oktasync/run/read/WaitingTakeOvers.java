package org.oktasync.run.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;
import org.oktasync.run.read.OtherDirectories.Holder;

/**
 * Whom administrators let take over an account of another directory, held against what the
 * directories have now. Whoever asks about people in the order of their ids has each account looked
 * for once, many of them together. For one thread.
 */
public final class WaitingTakeOvers implements Namesakes {
  /** So many people's accounts are looked for together. */
  private static final int TOGETHER = 200;

  private final NavigableMap<ExternalId, TakeOver> words = new TreeMap<>();
  private final Set<AccountName> names = new HashSet<>();

  /** Who was asked about last, with those who stand behind them. */
  private final Map<ExternalId, List<Holder>> holders = new HashMap<>();

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
  public static String obstacle(List<Holder> holders, boolean isProtected, boolean isAnothers) {
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
    return look(words.get(person), name);
  }

  @Override
  public String directory(ExternalId person) {
    return others.name(words.get(person).directoryId());
  }

  private List<Holder> holders(ExternalId person) {
    if (!holders.containsKey(person)) {
      look(words.tailMap(person, true).values().stream().limit(TOGETHER).toList());
    }
    return holders.get(person);
  }

  @Override
  public void lookFor(List<ExternalId> people) {
    look(people.stream().filter(words::containsKey).map(words::get).toList());
  }

  private void look(List<TakeOver> some) {
    holders.clear();
    Map<AccountName, List<Holder>> found =
        others.holders(some.stream().map(TakeOver::name).distinct().toList(), further);
    some.forEach(word -> holders.put(word.sourceId(), found.getOrDefault(word.name(), List.of())));
  }

  private Namesake look(TakeOver word, AccountName name) {
    String directory = others.name(word.directoryId());
    if (!word.name().equals(name)) {
      return refused(directory, Reasons.NAMESAKE_NAME_CHANGED);
    }
    List<Holder> holders = holders(word.sourceId());
    String key = current.keyOf(name);
    boolean isAnothers = linked().isAnothers(word.sourceId(), name, key);
    String obstacle = obstacle(holders, current.isProtected(name), isAnothers);
    if (!obstacle.isEmpty()) {
      return refused(directory, obstacle);
    } else if (holders.get(0).directory().id() != word.directoryId()) {
      return refused(directory, Reasons.NAMESAKE_GONE);
    } else if (!word.userKey().equals(key)) {
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
