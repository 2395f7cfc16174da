package org.oktasync.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;

/**
 * A change of an object of Assets. Values stand by the name of their attribute, as one text each:
 * see {@link org.oktasync.plan.assets.ValueText}. A reference is the value by which the other
 * object is found, a person of Jira their user name.
 */
public sealed interface ObjectChange extends Change {
  /** The source id of objects that are made because others refer to them. */
  ExternalId NO_SOURCE = new ExternalId("-");

  /** Type and key of the object. */
  ObjectIdentity identity();

  @Override
  default EntityKind kind() {
    return EntityKind.OBJECT;
  }

  @Override
  default String object() {
    return identity().type();
  }

  @Override
  default String key() {
    return identity().key();
  }

  /**
   * The change of a stored row.
   *
   * @throws IllegalStateException when no change of an object is such an operation
   */
  static ObjectChange of(
      Operation operation,
      ExternalId id,
      ObjectIdentity identity,
      String subject,
      Map<String, String> before,
      Map<String, String> after,
      String reason) {
    return switch (operation) {
      case CREATE -> new CreateObject(id, identity, subject, after, reason);
      case UPDATE -> new UpdateObject(id, identity, subject, before, after);
      case RETIRE, ARCHIVE -> new RetireObject(id, identity, subject, before, after, reason);
      case RESTORE -> new RestoreObject(id, identity, subject, before, after);
      case DELETE -> new DeleteObject(id, identity, subject, before, reason);
      default -> throw new IllegalStateException("no change of an object is a " + operation);
    };
  }

  /**
   * An object is made.
   *
   * @param reason {@link Reasons#REFERRED_TO} when it is made because another one refers to it:
   *     then all its values are the one that it is found by; empty otherwise
   */
  record CreateObject(
      ExternalId sourceId,
      ObjectIdentity identity,
      String subject,
      Map<String, String> after,
      String reason)
      implements ObjectChange {
    public CreateObject {
      after = sorted(after);
    }

    @Override
    public Operation operation() {
      return Operation.CREATE;
    }
  }

  /** Values of an object change; both maps hold just what differs. */
  record UpdateObject(
      ExternalId sourceId,
      ObjectIdentity identity,
      String subject,
      Map<String, String> before,
      Map<String, String> after)
      implements ObjectChange {
    public UpdateObject {
      before = sorted(before);
      after = sorted(after);
    }

    @Override
    public Operation operation() {
      return Operation.UPDATE;
    }
  }

  /**
   * An object is given the status of missing ones, or archived.
   *
   * @param before its status; empty when it is archived
   * @param after the status of missing ones; empty when it is archived
   * @param reason {@link Reasons#OBJECT_GONE}, or why an undo archives it
   */
  record RetireObject(
      ExternalId sourceId,
      ObjectIdentity identity,
      String subject,
      Map<String, String> before,
      Map<String, String> after,
      String reason)
      implements ObjectChange {
    public RetireObject {
      before = sorted(before);
      after = sorted(after);
    }

    @Override
    public Operation operation() {
      return after.isEmpty() ? Operation.ARCHIVE : Operation.RETIRE;
    }
  }

  /**
   * An object that was retired or archived comes back.
   *
   * @param before what differs, as it is; empty for an archived object, whose values nobody sees
   * @param after what differs, as it should be; for an archived object all its values, empty where
   *     it comes back as it was
   */
  record RestoreObject(
      ExternalId sourceId,
      ObjectIdentity identity,
      String subject,
      Map<String, String> before,
      Map<String, String> after)
      implements ObjectChange {
    public RestoreObject {
      before = sorted(before);
      after = sorted(after);
    }

    @Override
    public Operation operation() {
      return Operation.RESTORE;
    }

    /** Whether the object is in Assets' archive. */
    public boolean archived() {
      return before.isEmpty();
    }
  }

  /**
   * An object is deleted.
   *
   * @param before its values, as far as the mapping knows them
   * @param reason {@link Reasons#OBJECT_GONE}
   */
  record DeleteObject(
      ExternalId sourceId,
      ObjectIdentity identity,
      String subject,
      Map<String, String> before,
      String reason)
      implements ObjectChange {
    public DeleteObject {
      before = sorted(before);
    }

    @Override
    public Operation operation() {
      return Operation.DELETE;
    }
  }

  private static Map<String, String> sorted(Map<String, String> values) {
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
