package org.oktasync.plan;

import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * One difference between what is and what should be. A change names things by source id and by
 * account or group name, or an object of Assets by its type and key, never by a row id of the
 * target, and holds the values that it found before, so that it can be checked again later and
 * undone.
 */
public sealed interface Change
    permits Change.AdoptAccount,
        Change.CreateAccount,
        Change.RenameAccount,
        Change.UpdateAccount,
        Change.ReactivateAccount,
        Change.DeactivateAccount,
        Change.DeleteAccount,
        Change.AdoptGroup,
        Change.CreateGroup,
        Change.CopyGroup,
        Change.DeleteGroup,
        Change.AddMember,
        Change.RemoveMember,
        Change.LeaveAlone,
        LeadChange,
        ObjectChange {
  /** The kind of thing that changes. */
  EntityKind kind();

  /** What is done to it. */
  Operation operation();

  /** The name that a person knows it by; for a membership, the account's. */
  String subject();

  /**
   * The group of a membership, the type of an object of Assets, the project of a component; empty
   * otherwise.
   */
  default String object() {
    return "";
  }

  /** The value of the key of an object of Assets; empty otherwise. */
  default String key() {
    return "";
  }

  /** The object of the source. */
  ExternalId sourceId();

  /** The values found, by name; empty when there were none. */
  default Map<String, String> before() {
    return Map.of();
  }

  /** The values wanted, by name; empty when there will be none. */
  default Map<String, String> after() {
    return Map.of();
  }

  /** Stable code of the reason, where one is needed; empty otherwise. */
  default String reason() {
    return "";
  }

  /** An existing account is linked; nothing of it changes. */
  record AdoptAccount(ExternalId sourceId, AccountName name) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
    }

    @Override
    public Operation operation() {
      return Operation.ADOPT;
    }

    @Override
    public String subject() {
      return name.value();
    }
  }

  /** An account is made. */
  record CreateAccount(ExternalId sourceId, Account account) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
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
  record RenameAccount(ExternalId sourceId, AccountName from, AccountName to) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
    }

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
      implements Change {
    public UpdateAccount {
      before = java.util.Collections.unmodifiableMap(new TreeMap<>(before));
      after = java.util.Collections.unmodifiableMap(new TreeMap<>(after));
    }

    @Override
    public EntityKind kind() {
      return EntityKind.USER;
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
  record ReactivateAccount(ExternalId sourceId, AccountName name) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
    }

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
   * An account is switched off.
   *
   * @param reason {@code inactive}, {@code out-of-scope} or {@code gone}
   */
  record DeactivateAccount(ExternalId sourceId, AccountName name, String reason) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
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
      return Map.of(Attributes.ACTIVE, "false");
    }
  }

  /**
   * An account is deleted; its link stays, so that the same person gets the same user key again.
   *
   * @param account the account as it was found: deactivated
   * @param reason {@code inactive} or {@code gone}
   */
  record DeleteAccount(ExternalId sourceId, Account account, String reason) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.USER;
    }

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

  /**
   * An existing group is linked; its members stay. One that the connection has already, for
   * something that its settings no longer want, goes over with what is known of it.
   *
   * @param reason empty, {@code named} or {@code named-to-administer}
   */
  record AdoptGroup(ExternalId sourceId, GroupName name, String reason) implements Change {
    /** A group that nobody named. */
    public AdoptGroup(ExternalId sourceId, GroupName name) {
      this(sourceId, name, "");
    }

    @Override
    public EntityKind kind() {
      return EntityKind.GROUP;
    }

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
   * A group that the source renamed is made anew under its new name. The old one stays in Jira with
   * its members, and no longer belongs to the connection.
   */
  record CopyGroup(ExternalId sourceId, GroupName from, GroupName to) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.GROUP;
    }

    @Override
    public Operation operation() {
      return Operation.UPDATE;
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
   * A group is made.
   *
   * @param reason empty, {@code named} or {@code named-to-administer}
   */
  record CreateGroup(ExternalId sourceId, GroupName name, String reason) implements Change {
    /** A group that nobody named. */
    public CreateGroup(ExternalId sourceId, GroupName name) {
      this(sourceId, name, "");
    }

    @Override
    public EntityKind kind() {
      return EntityKind.GROUP;
    }

    @Override
    public Operation operation() {
      return Operation.CREATE;
    }

    @Override
    public String subject() {
      return name.value();
    }
  }

  /**
   * A group is deleted, with its memberships.
   *
   * @param members how many members it had when the plan was made
   */
  record DeleteGroup(ExternalId sourceId, GroupName name, long members) implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.GROUP;
    }

    @Override
    public Operation operation() {
      return Operation.DELETE;
    }

    @Override
    public String subject() {
      return name.value();
    }

    @Override
    public Map<String, String> before() {
      return Map.of(Attributes.MEMBERS, String.valueOf(members));
    }
  }

  /** An account becomes a member of a group. */
  record AddMember(ExternalId sourceId, AccountName account, ExternalId groupId, GroupName group)
      implements Change {
    @Override
    public EntityKind kind() {
      return EntityKind.MEMBERSHIP;
    }

    @Override
    public Operation operation() {
      return Operation.ADD;
    }

    @Override
    public String subject() {
      return account.value();
    }

    @Override
    public String object() {
      return group.value();
    }
  }

  /**
   * An account is no longer a member of a group.
   *
   * @param reason empty when the source no longer has the membership; else why the account leaves
   *     all its groups
   */
  record RemoveMember(
      ExternalId sourceId, AccountName account, ExternalId groupId, GroupName group, String reason)
      implements Change {
    /** The source no longer has the membership. */
    public RemoveMember(
        ExternalId sourceId, AccountName account, ExternalId groupId, GroupName group) {
      this(sourceId, account, groupId, group, "");
    }

    @Override
    public EntityKind kind() {
      return EntityKind.MEMBERSHIP;
    }

    @Override
    public Operation operation() {
      return Operation.REMOVE;
    }

    @Override
    public String subject() {
      return account.value();
    }

    @Override
    public String object() {
      return group.value();
    }
  }

  /**
   * Something is left as it is, although the source would have it otherwise.
   *
   * @param subject how a person knows it
   * @param object the group of a membership, the type of an object of Assets; empty otherwise
   * @param reason stable code
   * @param detail the value to fill into the reason's text; may be empty
   */
  record LeaveAlone(
      EntityKind kind,
      ExternalId sourceId,
      String subject,
      String object,
      String reason,
      String detail)
      implements Change {
    @Override
    public Operation operation() {
      return Operation.LEAVE;
    }

    @Override
    public Map<String, String> after() {
      return detail.isEmpty() ? Map.of() : Map.of(Attributes.DETAIL, detail);
    }
  }

  /** The names of attributes in the before and after values of changes. */
  final class Attributes {
    public static final String NAME = "name";
    public static final String DISPLAY_NAME = "displayName";
    public static final String EMAIL = "email";
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";

    /** The beginning of the name of a user property; its key follows. */
    public static final String PROPERTY = "property:";

    public static final String ACTIVE = "active";
    public static final String MEMBERS = "members";
    public static final String DETAIL = "detail";

    private Attributes() {}

    /** All attributes of an account, in alphabetical order. */
    public static Map<String, String> of(Account account) {
      Map<String, String> values = new TreeMap<>(account.attributes());
      values.put(NAME, account.name().value());
      values.put(ACTIVE, String.valueOf(account.active()));
      return values;
    }
  }
}
