package org.oktasync.plan;

import java.util.Map;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/** One difference of a group, but for its members. */
public sealed interface GroupChange extends Change
    permits GroupChange.AdoptGroup,
        GroupChange.CopyGroup,
        GroupChange.CreateGroup,
        GroupChange.DeleteGroup {
  @Override
  default EntityKind kind() {
    return EntityKind.GROUP;
  }

  /**
   * An existing group is linked; its members stay. One that the connection has already, for
   * something that its settings no longer want, goes over with what is known of it.
   *
   * @param reason empty, {@code named} or {@code named-to-administer}
   */
  record AdoptGroup(ExternalId sourceId, GroupName name, String reason) implements GroupChange {
    /** A group that nobody named. */
    public AdoptGroup(ExternalId sourceId, GroupName name) {
      this(sourceId, name, "");
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
  record CopyGroup(ExternalId sourceId, GroupName from, GroupName to) implements GroupChange {
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
  record CreateGroup(ExternalId sourceId, GroupName name, String reason) implements GroupChange {
    /** A group that nobody named. */
    public CreateGroup(ExternalId sourceId, GroupName name) {
      this(sourceId, name, "");
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
  record DeleteGroup(ExternalId sourceId, GroupName name, long members) implements GroupChange {
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
}
