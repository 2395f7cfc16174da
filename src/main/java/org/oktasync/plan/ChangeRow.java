package org.oktasync.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.assets.ObjectIdentity;

/**
 * A change as one flat row, for the store, the fingerprint and the page. {@link #of} and {@link
 * #toChange} are inverse to each other.
 *
 * @param groupId the source's id of the group of a membership; empty otherwise
 * @param key the value of the key of an object of Assets; empty otherwise
 */
public record ChangeRow(
    EntityKind kind,
    Operation operation,
    String subject,
    String object,
    String sourceId,
    String groupId,
    String key,
    Map<String, String> before,
    Map<String, String> after,
    String reason) {
  private static final Set<String> BASIC =
      Set.of(
          Change.Attributes.NAME,
          Change.Attributes.DISPLAY_NAME,
          Change.Attributes.EMAIL,
          Change.Attributes.ACTIVE);

  /** The row of a change. */
  public static ChangeRow of(Change change) {
    String groupId = "";
    if (change instanceof Change.AddMember add) {
      groupId = add.groupId().value();
    } else if (change instanceof Change.RemoveMember remove) {
      groupId = remove.groupId().value();
    }
    return new ChangeRow(
        change.kind(),
        change.operation(),
        change.subject(),
        change.object(),
        change.sourceId().value(),
        groupId,
        change.key(),
        new TreeMap<>(change.before()),
        new TreeMap<>(change.after()),
        change.reason());
  }

  /**
   * The change of this row.
   *
   * @throws IllegalStateException when the row was not made from a change
   */
  public Change toChange() {
    ExternalId id = new ExternalId(sourceId);
    return switch (kind) {
      case USER -> userChange(id);
      case GROUP -> groupChange(id);
      case MEMBERSHIP -> membershipChange(id);
      case OBJECT -> objectChange(id);
      case LEAD -> leadChange(id);
    };
  }

  private Change userChange(ExternalId id) {
    return switch (operation) {
      case ADOPT -> new AccountChange.AdoptAccount(id, new AccountName(subject));
      case CREATE ->
          new AccountChange.CreateAccount(
              id, account(after), before.getOrDefault(Change.Attributes.DIRECTORY, ""));
      case RENAME ->
          new AccountChange.RenameAccount(
              id,
              new AccountName(before.get(Change.Attributes.NAME)),
              new AccountName(after.get(Change.Attributes.NAME)));
      case UPDATE -> new AccountChange.UpdateAccount(id, new AccountName(subject), before, after);
      case REACTIVATE -> new AccountChange.ReactivateAccount(id, new AccountName(subject));
      case WAIT ->
          new AccountChange.AwaitDeactivation(
              id, new AccountName(subject), reason, after.get(Change.Attributes.DEACTIVATED_FROM));
      case STAY -> new AccountChange.StayActive(id, new AccountName(subject));
      case DEACTIVATE ->
          new AccountChange.DeactivateAccount(
              id,
              new AccountName(subject),
              reason,
              after.getOrDefault(Change.Attributes.DELETED_FROM, ""));
      case DELETE -> new AccountChange.DeleteAccount(id, account(before), reason);
      default -> leftAlone(id);
    };
  }

  private Change groupChange(ExternalId id) {
    return switch (operation) {
      case ADOPT -> new GroupChange.AdoptGroup(id, new GroupName(subject), reason);
      case CREATE -> new GroupChange.CreateGroup(id, new GroupName(subject), reason);
      case UPDATE ->
          new GroupChange.CopyGroup(
              id,
              new GroupName(before.get(Change.Attributes.NAME)),
              new GroupName(after.get(Change.Attributes.NAME)));
      case DELETE ->
          new GroupChange.DeleteGroup(
              id, new GroupName(subject), Long.parseLong(before.get(Change.Attributes.MEMBERS)));
      default -> leftAlone(id);
    };
  }

  private Change membershipChange(ExternalId id) {
    return switch (operation) {
      case ADD ->
          new Change.AddMember(
              id, new AccountName(subject), new ExternalId(groupId), new GroupName(object));
      case REMOVE ->
          new Change.RemoveMember(
              id, new AccountName(subject), new ExternalId(groupId), new GroupName(object), reason);
      default -> leftAlone(id);
    };
  }

  private Change objectChange(ExternalId id) {
    return operation == Operation.LEAVE
        ? leftAlone(id)
        : ObjectChange.of(
            operation, id, new ObjectIdentity(object, key), subject, before, after, reason);
  }

  private Change leadChange(ExternalId id) {
    return operation == Operation.UPDATE
        ? LeadChange.of(id, subject, object, before, after)
        : leftAlone(id);
  }

  private Change leftAlone(ExternalId id) {
    if (operation != Operation.LEAVE) {
      throw new IllegalStateException("no change of kind " + kind + " is a " + operation);
    }
    String detail = after.getOrDefault(Change.Attributes.DETAIL, "");
    return new Change.LeaveAlone(kind, id, subject, object, reason, detail);
  }

  private Account account(Map<String, String> values) {
    return new Account(
        new AccountName(subject),
        values.get(Change.Attributes.DISPLAY_NAME),
        values.get(Change.Attributes.EMAIL),
        Boolean.parseBoolean(values.get(Change.Attributes.ACTIVE)),
        more(values));
  }

  private static Map<String, String> more(Map<String, String> values) {
    Map<String, String> more = new TreeMap<>(values);
    more.keySet().removeAll(BASIC);
    return more;
  }

  /**
   * The row as one line of text, the same for the same change on every machine: fields in fixed
   * order, each preceded by its length, so that no two rows share a text.
   */
  public String canonicalText() {
    StringBuilder text = new StringBuilder();
    append(text, kind.label());
    append(text, operation.label());
    append(text, subject);
    append(text, object);
    append(text, sourceId);
    append(text, groupId);
    append(text, key);
    append(text, before);
    append(text, after);
    append(text, reason);
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, String field) {
    text.append(field.length()).append(':').append(field);
  }

  private static void append(StringBuilder text, Map<String, String> fields) {
    append(text, String.valueOf(fields.size()));
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              append(text, name);
              append(text, value);
            });
  }
}
