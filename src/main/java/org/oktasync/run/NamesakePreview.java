package org.oktasync.run;

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
import org.oktasync.run.AdoptionCandidate.Elsewhere;
import org.oktasync.run.AdoptionCandidate.Verdict;
import org.oktasync.run.OtherDirectories.Holder;

/**
 * Works out who of the source has an account of the same name in another directory, and whether it
 * may be taken over. Writes nothing.
 */
final class NamesakePreview {
  private final CurrentState current;
  private final OtherDirectories others;
  private final Map<ExternalId, TakeOver> waiting;
  private LinkedUsers linked;

  /**
   * @param waiting whom administrators let take over an account already
   */
  NamesakePreview(CurrentState current, OtherDirectories others, List<TakeOver> waiting) {
    this.current = current;
    this.others = others;
    this.waiting =
        waiting.stream().collect(Collectors.toMap(TakeOver::sourceId, Function.identity()));
  }

  /**
   * The candidates, in the order of people.
   *
   * @param people everybody whom the source has
   * @param settled people who are linked, or may adopt an account of the connection's directory
   */
  List<AdoptionCandidate> candidates(List<DesiredAccount> people, Set<ExternalId> settled) {
    Map<String, Integer> wanting = new HashMap<>();
    List<DesiredAccount> some = new ArrayList<>();
    for (DesiredAccount person : people) {
      boolean there =
          person.account() != null && person.active() && person.reach() == Reach.IN_SCOPE;
      if (there) {
        wanting.merge(person.account().name().key(), 1, Integer::sum);
      }
      if (there && !settled.contains(person.id()) && isMeant(person)) {
        some.add(person);
      }
    }
    Map<String, List<Holder>> holders = some.isEmpty() ? Map.of() : holders(some);
    linked =
        new LinkedUsers(current, some.stream().map(person -> person.account().name()).toList());
    return some.stream()
        .map(
            person -> {
              String key = person.account().name().key();
              return candidate(person, holders.getOrDefault(key, List.of()), wanting.get(key) > 1);
            })
        .toList();
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
                holders, current.isProtected(name), linked.isAnothers(person.id(), name));
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
    return new Elsewhere(
        holder.directory().id(),
        holder.directory().name(),
        holder.directory().position(),
        others.targetPosition());
  }

  /** Which of the two accounts Jira will use. */
  private static Message order(Elsewhere elsewhere) {
    return Message.of(
        elsewhere.hides() ? "namesake-stays-first" : "namesake-comes-second",
        elsewhere.directory());
  }
}
