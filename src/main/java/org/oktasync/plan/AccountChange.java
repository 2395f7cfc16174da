package org.oktasync.plan;

import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;

/** One difference of an account. */
public sealed interface AccountChange extends Change
    permits AccountChange.AdoptAccount,
        AccountChange.CreateAccount,
        AccountChange.RenameAccount,
        AccountChange.UpdateAccount,
        AccountChange.ReactivateAccount,
        AccountChange.AwaitDeactivation,
        AccountChange.StayActive,
        AccountChange.DeactivateAccount,
        AccountChange.DeleteAccount {
  /** Whether somebody leaves by a change: the account is switched off, or begins to wait for it. */
  static boolean isLeave(Change change) {
    return change instanceof DeactivateAccount || change instanceof AwaitDeactivation;
  }

  @Override
  default EntityKind kind() {
    return EntityKind.USER;
  }

  /** An existing account is linked; nothing of it changes. */
  record AdoptAccount(ExternalId sourceId, AccountName name) implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.ADOPT;
    }

    @Override
    public String subject() {
      return name.value();
    }
  }

  /**
   * An account is made.
   *
   * @param takenFrom the directory whose account of the same name the person takes over; empty when
   *     the name was free
   */
  record CreateAccount(ExternalId sourceId, Account account, String takenFrom)
      implements AccountChange {
    /** An account whose name was free. */
    public CreateAccount(ExternalId sourceId, Account account) {
      this(sourceId, account, "");
    }

    /** Whether another directory has an account of this name, which the person takes over. */
    public boolean takesOver() {
      return !takenFrom.isEmpty();
    }

    @Override
    public Map<String, String> before() {
      return takesOver() ? Map.of(Attributes.DIRECTORY, takenFrom) : Map.of();
    }

    @Override
    public String reason() {
      return takesOver() ? Reasons.TAKEN_OVER : "";
    }

    @Override
    public Operation operation() {
      return Operation.CREATE;
    }

    @Override
    public String subject() {
      return account.name().value();
    }

    @Override
    public Map<String, String> after() {
      return Attributes.of(account);
    }
  }

  /** An account gets another name; its Jira user key stays. */
  record RenameAccount(ExternalId sourceId, AccountName from, AccountName to)
      implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.RENAME;
    }

    @Override
    public String subject() {
      return to.value();
    }

    @Override
    public Map<String, String> before() {
      return Map.of(Attributes.NAME, from.value());
    }

    @Override
    public Map<String, String> after() {
      return Map.of(Attributes.NAME, to.value());
    }
  }

  /**
   * Attributes of an account change. Both maps hold just what differs, and first and last name
   * where Jira would change them along with the display name.
   */
  record UpdateAccount(
      ExternalId sourceId, AccountName name, Map<String, String> before, Map<String, String> after)
      implements AccountChange {
    public UpdateAccount {
      before = java.util.Collections.unmodifiableMap(new TreeMap<>(before));
      after = java.util.Collections.unmodifiableMap(new TreeMap<>(after));
    }

    @Override
    public Operation operation() {
      return Operation.UPDATE;
    }

    @Override
    public String subject() {
      return name.value();
    }
  }

  /** An account is switched on again. */
  record ReactivateAccount(ExternalId sourceId, AccountName name) implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.REACTIVATE;
    }

    @Override
    public String subject() {
      return name.value();
    }

    @Override
    public Map<String, String> before() {
      return Map.of(Attributes.ACTIVE, "false");
    }

    @Override
    public Map<String, String> after() {
      return Map.of(Attributes.ACTIVE, "true");
    }
  }

  /**
   * An account begins to wait to be switched off; nothing of it changes.
   *
   * @param reason {@code inactive}, {@code out-of-scope} or {@code gone}
   * @param from the first day on which it may be switched off, as far as the plan can tell
   */
  record AwaitDeactivation(ExternalId sourceId, AccountName name, String reason, String from)
      implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.WAIT;
    }

    @Override
    public String subject() {
      return name.value();
    }

    @Override
    public Map<String, String> after() {
      return Map.of(Attributes.DEACTIVATED_FROM, from);
    }
  }

  /** An account that waited to be switched off no longer does; nothing of it changes. */
  record StayActive(ExternalId sourceId, AccountName name) implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.STAY;
    }

    @Override
    public String subject() {
      return name.value();
    }
  }

  /**
   * An account is switched off.
   *
   * @param reason {@code inactive}, {@code out-of-scope} or {@code gone}
   * @param deletedFrom the first day on which it may be deleted, as far as the plan can tell; empty
   *     when it stays
   */
  record DeactivateAccount(ExternalId sourceId, AccountName name, String reason, String deletedFrom)
      implements AccountChange {
    /** An account is switched off, and stays. */
    public DeactivateAccount(ExternalId sourceId, AccountName name, String reason) {
      this(sourceId, name, reason, "");
    }

    @Override
    public Operation operation() {
      return Operation.DEACTIVATE;
    }

    @Override
    public String subject() {
      return name.value();
    }

    @Override
    public Map<String, String> before() {
      return Map.of(Attributes.ACTIVE, "true");
    }

    @Override
    public Map<String, String> after() {
      return deletedFrom.isEmpty()
          ? Map.of(Attributes.ACTIVE, "false")
          : Map.of(Attributes.ACTIVE, "false", Attributes.DELETED_FROM, deletedFrom);
    }
  }

  /**
   * An account is deleted; its link stays, so that the same person gets the same user key again.
   *
   * @param account the account as it was found: deactivated
   * @param reason {@code inactive} or {@code gone}
   */
  record DeleteAccount(ExternalId sourceId, Account account, String reason)
      implements AccountChange {
    @Override
    public Operation operation() {
      return Operation.DELETE;
    }

    @Override
    public String subject() {
      return account.name().value();
    }

    @Override
    public Map<String, String> before() {
      return Attributes.of(account);
    }
  }
}
