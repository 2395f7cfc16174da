package org.oktasync.run.guard;

import java.util.Optional;
import org.oktasync.apply.WriteCheck;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.NameHolder;
import org.oktasync.plan.Reasons;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.read.TargetState;

/**
 * Asks again, before a stored plan is applied, what was asked when it was made: who is protected by
 * now, and whether names are still free. Then it asks the source.
 */
public final class StoredPlanCheck implements WriteCheck {
  private final long connectionId;
  private final TargetState current;
  private final RunPorts ports;
  private final WriteCheck source;

  /**
   * @param current what Jira holds now
   * @param source what the source says now
   */
  public StoredPlanCheck(
      long connectionId, TargetState current, RunPorts ports, WriteCheck source) {
    this.connectionId = connectionId;
    this.current = current;
    this.ports = ports;
    this.source = source;
  }

  @Override
  public Optional<Message> veto(Change change) {
    String reason = reasonAgainst(change);
    if (!reason.isEmpty()) {
      return Optional.of(Message.of(reason, detail(change)));
    }
    return obstacle(change).or(() -> source.veto(change));
  }

  private String reasonAgainst(Change change) {
    if (change instanceof AccountChange.DeactivateAccount deactivate) {
      return guardedAccount(deactivate.name());
    } else if (change instanceof AccountChange.AwaitDeactivation await) {
      return guardedAccount(await.name());
    } else if (change instanceof AccountChange.DeleteAccount delete) {
      return guardedAccount(delete.account().name());
    } else if (change instanceof AccountChange.RenameAccount rename) {
      return guardedAccount(rename.from());
    } else if (change instanceof AccountChange.AdoptAccount adopt) {
      return guardedAccount(adopt.name());
    } else if (change instanceof AccountChange.CreateAccount create) {
      return taken(create);
    } else if (change instanceof GroupChange.CreateGroup create) {
      return groupTaken(create);
    } else if (change instanceof GroupChange.CopyGroup copy) {
      return current.holderOf(copy.to()) == NameHolder.FREE
          ? guardedGroup(copy.sourceId(), copy.to())
          : Reasons.GROUP_NAME_TAKEN;
    } else if (change instanceof GroupChange.AdoptGroup adopt) {
      return adopt.reason().equals(Reasons.NAMED_TO_ADMINISTER)
          ? ""
          : guardedGroup(adopt.sourceId(), adopt.name());
    } else if (change instanceof Change.AddMember add) {
      return guardedGroup(add.groupId(), add.group());
    } else if (change instanceof Change.RemoveMember remove) {
      return current.keepsMemberships(remove.account())
          ? Reasons.PROTECTED_MEMBER
          : guardedGroup(remove.groupId(), remove.group());
    } else if (change instanceof GroupChange.DeleteGroup delete) {
      return current.isProtected(delete.name()) ? Reasons.PROTECTED_GROUP : "";
    }
    return "";
  }

  /** The value that the texts of reasons speak of. */
  private static String detail(Change change) {
    return change.object().isEmpty() ? change.subject() : change.object();
  }

  private Optional<Message> obstacle(Change change) {
    return change instanceof AccountChange.DeleteAccount delete
        ? current.obstacleToDeletion(delete.account().name())
        : Optional.empty();
  }

  private String guardedAccount(AccountName name) {
    return current.isProtected(name) ? Reasons.PROTECTED_ACCOUNT : "";
  }

  private String guardedGroup(ExternalId id, GroupName name) {
    boolean named = link(EntityKind.GROUP, id).map(Link::namedByAdministrator).orElse(false);
    return current.isProtected(name) && !named ? Reasons.PROTECTED_GROUP : "";
  }

  private String taken(AccountChange.CreateAccount create) {
    AccountName name = create.account().name();
    NameHolder holder = current.holderOf(name);
    if (create.takesOver() && holder != NameHolder.TARGET) {
      return ""; // whether all is as it was is asked right before each such account is made
    }
    return switch (holder) {
      case FREE -> "";
      case FORMER_USER -> formerSelf(create) ? "" : Reasons.NAME_OF_FORMER_USER;
      case TARGET -> Reasons.NAME_TAKEN;
      case OTHER_DIRECTORY -> Reasons.NAME_IN_OTHER_DIRECTORY;
    };
  }

  private boolean formerSelf(AccountChange.CreateAccount create) {
    String key = current.keyOf(create.account().name());
    return link(EntityKind.USER, create.sourceId())
        .map(link -> !key.isEmpty() && key.equals(link.userKey()))
        .orElse(false);
  }

  private String groupTaken(GroupChange.CreateGroup create) {
    NameHolder holder = current.holderOf(create.name());
    boolean named =
        !create.reason().isEmpty()
            || link(EntityKind.GROUP, create.sourceId())
                .map(Link::namedByAdministrator)
                .orElse(false);
    if (holder == NameHolder.TARGET) {
      return Reasons.GROUP_NAME_TAKEN;
    } else if (holder == NameHolder.OTHER_DIRECTORY && !named) {
      return Reasons.GROUP_NAME_IN_OTHER_DIRECTORY;
    }
    return create.reason().equals(Reasons.NAMED_TO_ADMINISTER)
        ? ""
        : guardedGroup(create.sourceId(), create.name());
  }

  private Optional<Link> link(EntityKind kind, ExternalId id) {
    return ports.links().find(connectionId, kind, id);
  }
}
