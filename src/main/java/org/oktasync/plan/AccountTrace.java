package org.oktasync.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.AppliedChanges.Made;

/** What one run did with one person's account, all its changes taken together. */
final class AccountTrace {
  /** What became of the right to sign in. */
  enum Activity {
    AS_IT_WAS,
    MADE_ACTIVE,
    REACTIVATED,
    DEACTIVATED
  }

  private final ExternalId id;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();
  private AccountName nameBefore;
  private AccountName nameAfter;
  private Activity activity = Activity.AS_IT_WAS;
  private boolean adopted;
  private boolean beyondReturn;
  private boolean certain;
  private boolean waits;

  AccountTrace(ExternalId id) {
    this.id = id;
  }

  /** Takes one more change; to be called in the order in which they were made. */
  void add(Made made) {
    certain |= made.certain();
    Change change = made.change();
    if (change instanceof AccountChange.RenameAccount rename) {
      nameBefore = nameAfter == null ? rename.from() : nameBefore;
      nameAfter = rename.to();
      return;
    }
    if (nameAfter == null) {
      nameBefore = new AccountName(change.subject());
      nameAfter = nameBefore;
    }
    if (change instanceof AccountChange.UpdateAccount update) {
      update.before().forEach(before::putIfAbsent);
      after.putAll(update.after());
    } else if (change instanceof AccountChange.AdoptAccount) {
      adopted = true;
    } else {
      activity(change);
    }
  }

  private void activity(Change change) {
    if (change instanceof AccountChange.CreateAccount create) {
      activity = create.account().active() ? Activity.MADE_ACTIVE : Activity.AS_IT_WAS;
    } else if (change instanceof AccountChange.ReactivateAccount) {
      activity = Activity.REACTIVATED;
    } else if (change instanceof AccountChange.DeactivateAccount) {
      activity = Activity.DEACTIVATED;
    } else if (change instanceof AccountChange.AwaitDeactivation) {
      waits = true;
    } else if (!(change instanceof AccountChange.StayActive)) {
      beyondReturn = true;
    }
  }

  ExternalId id() {
    return id;
  }

  /** The name that the account had before the run. */
  AccountName nameBefore() {
    return nameBefore;
  }

  /** The name that the run left it with. */
  AccountName nameAfter() {
    return nameAfter;
  }

  List<AccountName> names() {
    return List.of(nameBefore, nameAfter);
  }

  boolean renamed() {
    return !nameBefore.value().equals(nameAfter.value());
  }

  /** The values before the run of the attributes that it changed. */
  Map<String, String> before() {
    return before;
  }

  /** The values that the run left. */
  Map<String, String> after() {
    return after;
  }

  Activity activity() {
    return activity;
  }

  /** Whether the run linked an account that was there already. */
  boolean adopted() {
    return adopted;
  }

  /** Whether the account was made to wait to be deactivated. */
  boolean waits() {
    return waits;
  }

  /** Whether something was done that has no way back. */
  boolean beyondReturn() {
    return beyondReturn;
  }

  /** Whether the run is known to have done any of this. */
  boolean certain() {
    return certain;
  }
}
