package org.oktasync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.Change.LeaveAlone;

/** Plans the way back of people's accounts: first renames, then everybody in order of their id. */
final class AccountUndo {
  private final CurrentState current;
  private final LinkedPeople people;
  private final PlanSink sink;
  private final Map<ExternalId, AccountTrace> traces = new TreeMap<>();
  private RenameOrder renames = new RenameOrder(List.of());

  AccountUndo(CurrentState current, LinkedPeople people, PlanSink sink) {
    this.current = current;
    this.people = people;
    this.sink = sink;
  }

  /** Takes a change of an account; to be called in the order in which they were made. */
  void note(Made made) {
    traces.computeIfAbsent(made.change().sourceId(), AccountTrace::new).add(made);
  }

  /** Plans every account of which a change was noted. */
  void plan() {
    renames = new RenameOrder(wantedRenames());
    renames.changes().forEach(change -> sink.change(Phase.PREPARE, change));
    traces.values().forEach(trace -> new Step(trace).plan());
  }

  /**
   * The names by which an account is known as the one that the run left.
   *
   * @param named its name in a change of the run
   */
  List<AccountName> namesOf(ExternalId id, AccountName named) {
    AccountTrace trace = traces.get(id);
    return trace == null ? List.of(named) : trace.names();
  }

  /** The name that a linked account will have once the plan is applied. */
  AccountName nameAfterUndo(Person person) {
    return renames.possible(person.id())
        ? traces.get(person.id()).nameBefore()
        : person.current().name();
  }

  private List<RenameOrder.Rename> wantedRenames() {
    List<RenameOrder.Rename> wanted = new ArrayList<>();
    for (AccountTrace trace : traces.values()) {
      Person person = people.get(trace.id());
      if (stands(trace) && hasNewName(trace, person) && nameObstacle(trace, person).isEmpty()) {
        Person holder = people.holderOf(trace.nameBefore());
        boolean own = holder == null || holder.id().equals(person.id());
        wanted.add(new RenameOrder.Rename(person, trace.nameBefore(), own ? null : holder.id()));
      }
    }
    return wanted;
  }

  private boolean stands(AccountTrace trace) {
    return people.obstacle(trace.id(), trace.names()).isEmpty();
  }

  private static boolean hasNewName(AccountTrace trace, Person person) {
    return trace.renamed() && person.current().name().value().equals(trace.nameAfter().value());
  }

  /** Why the account cannot have its old name again; empty if it can, as far as it alone goes. */
  private String nameObstacle(AccountTrace trace, Person person) {
    if (current.isProtected(person.current().name())) {
      return Reasons.PROTECTED_ACCOUNT;
    } else if (current.isHeldElsewhere(person.current().name())) {
      return Reasons.RENAME_SPLITS;
    }
    return switch (current.holderOf(trace.nameBefore())) {
      case FREE -> "";
      case TARGET -> people.holderOf(trace.nameBefore()) == null ? Reasons.UNDO_NAME_TAKEN : "";
      case OTHER_DIRECTORY -> Reasons.UNDO_NAME_TAKEN;
      case FORMER_USER -> isOwn(trace.nameBefore(), person) ? "" : Reasons.UNDO_NAME_TAKEN;
    };
  }

  private boolean isOwn(AccountName name, Person person) {
    String key = person.link().userKey();
    return !key.isEmpty() && key.equals(current.keyOf(name));
  }

  /** The planning of one account. */
  private final class Step {
    private final AccountTrace trace;
    private final Person person;
    private boolean said;

    Step(AccountTrace trace) {
      this.trace = trace;
      this.person = people.get(trace.id());
    }

    void plan() {
      if (trace.beyondReturn()) {
        leave(Reasons.UNDO_IRREVERSIBLE, "");
        return;
      }
      String obstacle = people.obstacle(trace.id(), trace.names());
      if (!obstacle.isEmpty()) {
        leave(obstacle, trace.nameAfter().value());
        return;
      }
      if (trace.adopted()) {
        leave(Reasons.UNDO_LINK_STAYS, "");
      }
      name();
      attributes();
      activity();
      waiting();
      if (!said) {
        sink.unchanged(EntityKind.USER, 1);
      }
    }

    private void name() {
      if (renames.possible(trace.id())) {
        said = true;
      } else if (hasNewName(trace, person)) {
        String reason = nameObstacle(trace, person);
        leave(reason.isEmpty() ? Reasons.UNDO_NAME_TAKEN : reason, trace.nameBefore().value());
      }
    }

    private void attributes() {
      Map<String, String> now = Change.Attributes.of(person.current());
      Map<String, String> from = new TreeMap<>();
      Map<String, String> to = new TreeMap<>();
      List<String> changedSince = new ArrayList<>();
      trace
          .after()
          .forEach(
              (attribute, left) -> {
                String value = now.get(attribute);
                String wanted = trace.before().get(attribute);
                if (!value.equals(wanted) && value.equals(left)) {
                  from.put(attribute, value);
                  to.put(attribute, wanted);
                } else if (!value.equals(wanted)) {
                  changedSince.add(attribute);
                }
              });
      if (!to.isEmpty()) {
        emit(
            Phase.PREPARE,
            new AccountChange.UpdateAccount(trace.id(), nameAfterUndo(person), from, to));
      }
      if (!changedSince.isEmpty()) {
        leave(Reasons.UNDO_CHANGED_SINCE, String.join(", ", changedSince));
      }
    }

    private void activity() {
      Account account = person.current();
      switch (trace.activity()) {
        case AS_IT_WAS -> {}
        case MADE_ACTIVE -> deactivate(account, Reasons.UNDO_CREATED);
        case REACTIVATED -> deactivate(account, Reasons.UNDO_REACTIVATED);
        case DEACTIVATED -> {
          if (!account.active()) {
            emit(
                Phase.PREPARE,
                new AccountChange.ReactivateAccount(trace.id(), nameAfterUndo(person)));
          }
        }
      }
    }

    private void waiting() {
      if (trace.waits() && person.link().leavingSince() != null) {
        emit(Phase.PREPARE, new AccountChange.StayActive(trace.id(), nameAfterUndo(person)));
      }
    }

    private void deactivate(Account account, String reason) {
      if (account.active() && current.isProtected(account.name())) {
        leave(Reasons.PROTECTED_ACCOUNT, "");
      } else if (account.active()) {
        emit(
            Phase.DEACTIVATE,
            new AccountChange.DeactivateAccount(trace.id(), nameAfterUndo(person), reason));
      }
    }

    private void emit(Phase phase, Change change) {
      said = true;
      sink.change(phase, change);
    }

    /** Nothing happens, and a row says why, unless nobody knows whether there was anything. */
    private void leave(String reason, String detail) {
      said = true;
      if (trace.certain()) {
        String subject =
            person != null && person.current() != null
                ? person.current().name().value()
                : trace.nameAfter().value();
        sink.change(
            Phase.PREPARE,
            new LeaveAlone(EntityKind.USER, trace.id(), subject, "", reason, detail));
      }
    }
  }
}
