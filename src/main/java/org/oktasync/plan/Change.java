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
    permits AccountChange,
        GroupChange,
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

    /** The first day on which an account may be deactivated. */
    public static final String DEACTIVATED_FROM = "deactivatedFrom";

    /** The first day on which an account may be deleted. */
    public static final String DELETED_FROM = "deletedFrom";

    /** The directory that an account is taken over from. */
    public static final String DIRECTORY = "directory";

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
