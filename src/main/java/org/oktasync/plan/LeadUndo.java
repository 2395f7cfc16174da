package org.oktasync.plan;

import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.Change.LeaveAlone;

/** Plans the way back of leads: who handed a place over gets it back, if nobody else has it. */
final class LeadUndo {
  private final CurrentState current;
  private final LinkedPeople people;
  private final AccountUndo accounts;
  private final PlanSink sink;

  /**
   * @param accounts who has which name, and is switched on, once leads are given back
   */
  LeadUndo(CurrentState current, LinkedPeople people, AccountUndo accounts, PlanSink sink) {
    this.current = current;
    this.people = people;
    this.accounts = accounts;
    this.sink = sink;
  }

  /** Plans the way back of one change. */
  void plan(Made made) {
    if (!(made.change() instanceof LeadChange change)) {
      return;
    }
    Person person = people.get(change.sourceId());
    if (person == null || person.current() == null) {
      leave(made, change, Reasons.UNDO_UNLINKED);
    } else if (leads(person.current().name(), change)) {
      sink.unchanged(EntityKind.LEAD, 1);
    } else if (!leads(change.to(), change)) {
      leave(made, change, Reasons.UNDO_LEAD_CHANGED);
    } else {
      sink.change(
          Phase.LEADS,
          new LeadChange(
              change.sourceId(),
              change.lead(),
              nameAfterUndo(change.to()),
              accounts.nameAfterUndo(person)));
    }
  }

  /** Who took over may get an old name back first. */
  private AccountName nameAfterUndo(AccountName now) {
    Person holder = people.holderOf(now);
    return holder == null ? now : accounts.nameAfterUndo(holder);
  }

  private boolean leads(AccountName name, LeadChange change) {
    return current.ledBy(name).map(leads -> leads.contains(change.lead())).orElse(false);
  }

  private void leave(Made made, LeadChange change, String reason) {
    if (made.certain()) {
      String lead = change.lead().label();
      sink.change(
          Phase.PREPARE,
          new LeaveAlone(EntityKind.LEAD, change.sourceId(), lead, "", reason, lead));
    }
  }
}
