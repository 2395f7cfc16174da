package org.oktasync.plan;

import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.Change.LeaveAlone;

/** Hands on the changes of one person, and knows whether there were any. */
final class PersonChanges {
  private final Person person;
  private final PlanSink sink;
  private String label;
  private boolean any;

  PersonChanges(Person person, PlanSink sink) {
    this.person = person;
    this.sink = sink;
    this.label = person.label();
  }

  /** Whether a change or a row that says why nothing happens was handed on. */
  boolean any() {
    return any;
  }

  /**
   * The order of renames has told of a change of this person. Rows call them by the new name from
   * then on, as the next run does: under the old one it would report the same rows once more.
   */
  void renamed(AccountName to) {
    any = true;
    label = to.value();
  }

  void emit(Phase phase, Change change) {
    any = true;
    sink.change(phase, change);
  }

  /** Nothing happens, and a row says why, with the first argument as its detail. */
  void leave(Message why) {
    leave(why.code(), why.arguments().stream().findFirst().orElse(""));
  }

  /** Nothing happens, and a row says why. Answers null, the name of an account that is not used. */
  AccountName leave(String reason, String detail) {
    emit(Phase.PREPARE, new LeaveAlone(EntityKind.USER, person.id(), label, "", reason, detail));
    return null;
  }
}
