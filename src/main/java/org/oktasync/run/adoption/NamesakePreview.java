package org.oktasync.run.adoption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Reach;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;
import org.oktasync.model.TakeOver;
import org.oktasync.plan.CurrentState;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Namesakes;
import org.oktasync.plan.Reasons;
import org.oktasync.run.adoption.AdoptionCandidate.Elsewhere;
import org.oktasync.run.adoption.AdoptionCandidate.Verdict;
import org.oktasync.run.read.LinkedUsers;
import org.oktasync.run.read.OrphanedTakeOvers;
import org.oktasync.run.read.OtherDirectories;
import org.oktasync.run.read.OtherDirectories.Holder;
import org.oktasync.run.read.WaitingTakeOvers;
import org.oktasync.target.TargetDirectory;

/**
 * Works out who of the source has an account of the same name in another directory, and whether it
 * may be taken over. Writes nothing.
 */
final class NamesakePreview {
  private final CurrentState current;
  private final OtherDirectories others;
  private final Map<ExternalId, TakeOver> waiting;
  private final Set<ExternalId> gone;
  private LinkedUsers linked;

  /**
   * @param waiting whom administrators let take over an account already
   * @param orphaned those of them whom the source has no longer
   */
  NamesakePreview(
      CurrentState current,
      OtherDirectories others,
      List<TakeOver> waiting,
      OrphanedTakeOvers orphaned) {
    this.current = current;
    this.others = others;
    this.gone = orphaned.people();
    this.waiting =
        waiting.stream().collect(Collectors.toMap(TakeOver::sourceId, Function.identity()));
  }

  /**
   * The candidates, in the order of people; behind them who was let take over an account and is not
   * to have one at present.
   *
   * @param people everybody whom the source has
   * @param settled people who are linked, or may adopt an account of the connection's directory
   */
  List<AdoptionCandidate> candidates(List<DesiredAccount> people, Set<ExternalId> settled) {
    Map<String, Integer> wanting = new HashMap<>();
    List<DesiredAccount> some = new ArrayList<>();
    Map<ExternalId, TakeOver> resting = new TreeMap<>(waiting);
    resting.keySet().removeAll(settled);
    Map<ExternalId, DesiredAccount> known = new HashMap<>();
    for (DesiredAccount person : people) {
      boolean there =
          person.account() != null && person.active() && person.reach() == Reach.IN_SCOPE;
      if (there) {
        wanting.merge(person.account().name().key(), 1, Integer::sum);
      }
      if (there && !settled.contains(person.id()) && isMeant(person)) {
        some.add(person);
        resting.remove(person.id());
      } else if (resting.containsKey(person.id())) {
        known.put(person.id(), person);
      }
    }
    Map<String, List<Holder>> holders = some.isEmpty() ? Map.of() : holders(some);
    linked =
        new LinkedUsers(current, some.stream().map(person -> person.account().name()).toList());
    List<AdoptionCandidate> candidates = new ArrayList<>();
    for (DesiredAccount person : some) {
      String key = person.account().name().key();
      boolean disputed = wanting.get(key) > 1;
      candidates.add(candidate(person, holders.getOrDefault(key, List.of()), disputed));
    }
    resting.values().forEach(word -> candidates.add(resting(word, known.get(word.sourceId()))));
    return candidates;
  }

  /**
   * @param person null when the list of people does not have them
   */
  private AdoptionCandidate resting(TakeOver word, DesiredAccount person) {
    Message doubt = Message.of(Reasons.TAKE_OVER_RESTS, others.name(word.directoryId()));
    if (gone.contains(word.sourceId())) {
      doubt = Message.of(Reasons.TAKE_OVER_GONE, word.name().value());
    } else if (person != null && person.problem() != null) {
      doubt = Message.of(person.problem().code(), person.problem().detail());
    }
    return new AdoptionCandidate(
        EntityKind.USER,
        word.sourceId(),
        person == null ? word.name().value() : person.label(),
        person == null || person.account() == null ? "" : person.account().email(),
        word.name().value(),
        "",
        "login",
        Verdict.NAMESAKE_WAITS,
        doubt,
        gone.contains(word.sourceId()) ? null : place(word));
  }

  private Elsewhere place(TakeOver word) {
    return others.all().stream()
        .filter(directory -> directory.id() == word.directoryId())
        .map(this::elsewhere)
        .findFirst()
        .orElse(null);
  }

  private boolean isMeant(DesiredAccount person) {
    return waiting.containsKey(person.id())
        || current.holderOf(person.account().name()) == NameHolder.OTHER_DIRECTORY;
  }

  /** Every account of another directory that has the name of one of these people. */
  private Map<String, List<Holder>> holders(List<DesiredAccount> people) {
    Map<String, List<Holder>> holders = new TreeMap<>();
    people.forEach(person -> holders.put(person.account().name().key(), new ArrayList<>()));
    others.each(
        (directory, account) -> {
          List<Holder> wanted = holders.get(account.name().key());
          if (wanted != null) {
            wanted.add(new Holder(directory, account));
          }
        });
    return holders;
  }

  private AdoptionCandidate candidate(
      DesiredAccount person, List<Holder> holders, boolean disputed) {
    AccountName name = person.account().name();
    String obstacle =
        disputed
            ? Reasons.NAMESAKE_DISPUTED
            : WaitingTakeOvers.obstacle(
                holders,
                current.isProtected(name),
                linked.isAnothers(person.id(), name, current.keyOf(name)));
    TakeOver word = waiting.get(person.id());
    if (word != null) {
      return waiting(person, word, holders, disputed);
    }
    String email = holders.isEmpty() ? "" : holders.get(0).account().email();
    Verdict verdict = Verdict.NAMESAKE_REFUSED;
    if (obstacle.isEmpty()) {
      verdict = same(person.account().email(), email) ? Verdict.NAMESAKE : Verdict.NAMESAKE_BY_NAME;
    }
    Elsewhere elsewhere = holders.isEmpty() ? null : elsewhere(holders.get(0));
    Message doubt =
        obstacle.isEmpty()
            ? order(elsewhere)
            : Message.of(obstacle, elsewhere == null ? name.value() : elsewhere.directory());
    return of(person, name, email, verdict, doubt, elsewhere);
  }

  private AdoptionCandidate waiting(
      DesiredAccount person, TakeOver word, List<Holder> holders, boolean disputed) {
    Namesakes.Namesake now = current.namesakes().of(person.id(), person.account().name());
    String obstacle = disputed ? Reasons.NAMESAKE_DISPUTED : now.obstacle();
    Elsewhere elsewhere =
        holders.stream()
            .filter(holder -> holder.directory().id() == word.directoryId())
            .map(this::elsewhere)
            .findFirst()
            .orElse(null);
    Message doubt = obstacle.isEmpty() ? null : Message.of(obstacle, now.directory());
    String email = now.account().map(account -> account.email()).orElse("");
    return of(person, word.name(), email, Verdict.NAMESAKE_WAITS, doubt, elsewhere);
  }

  private static AdoptionCandidate of(
      DesiredAccount person,
      AccountName name,
      String email,
      Verdict verdict,
      Message doubt,
      Elsewhere elsewhere) {
    return new AdoptionCandidate(
        EntityKind.USER,
        person.id(),
        person.label(),
        person.account().email(),
        name.value(),
        email,
        "login",
        verdict,
        doubt,
        elsewhere);
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && NameFolding.fold(one).equals(NameFolding.fold(other));
  }

  private Elsewhere elsewhere(Holder holder) {
    return elsewhere(holder.directory());
  }

  private Elsewhere elsewhere(TargetDirectory directory) {
    return new Elsewhere(
        directory.id(), directory.name(), directory.position(), others.targetPosition());
  }

  /** Which of the two accounts Jira will use, and whose groups. */
  private Message order(Elsewhere elsewhere) {
    String second =
        switch (others.aggregation()) {
          case ON -> "namesake-adds-up";
          case OFF -> "namesake-comes-second";
          case UNKNOWN -> "namesake-may-add-up";
        };
    return Message.of(elsewhere.hides() ? "namesake-stays-first" : second, elsewhere.directory());
  }
}
