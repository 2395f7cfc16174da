package org.oktasync.model;

/**
 * The stored fact that an account or group of the target directory belongs to an object of the
 * source. Without a link nothing is ever changed. Made when the product creates something or when
 * an administrator confirms an adoption.
 *
 * @param id row id; 0 before it is stored
 * @param connectionId the connection that owns it
 * @param kind {@link EntityKind#USER} or {@link EntityKind#GROUP}
 * @param externalId the object in the source
 * @param directoryId the target directory
 * @param name account or group name as last written or confirmed
 * @param userKey Jira's user key, which outlives renames; empty for groups and while unknown
 * @param origin how the link came about
 * @param keepUnownedMembers for groups: members that the product did not add are never removed
 * @param namedByAdministrator for groups: an administrator chose this very group, although its name
 *     is protected
 */
public record Link(
    long id,
    long connectionId,
    EntityKind kind,
    ExternalId externalId,
    long directoryId,
    String name,
    String userKey,
    Origin origin,
    boolean keepUnownedMembers,
    boolean namedByAdministrator) {

  /** How a link came about. */
  public enum Origin {
    CREATED,
    ADOPTED
  }

  public Link {
    userKey = userKey == null ? "" : userKey;
  }

  /** The link of an account, not yet stored. */
  public static Link ofAccount(
      long connectionId,
      ExternalId id,
      long directoryId,
      AccountName name,
      String userKey,
      Origin origin) {
    return new Link(
        0,
        connectionId,
        EntityKind.USER,
        id,
        directoryId,
        name.value(),
        userKey,
        origin,
        false,
        false);
  }

  /** The link of a group, not yet stored; an adopted group keeps the members it has. */
  public static Link ofGroup(
      long connectionId, ExternalId id, long directoryId, GroupName name, Origin origin) {
    boolean keep = origin == Origin.ADOPTED;
    return new Link(
        0, connectionId, EntityKind.GROUP, id, directoryId, name.value(), "", origin, keep, false);
  }

  /** The name as an account name; for links of users. */
  public AccountName accountName() {
    return new AccountName(name);
  }

  /** The name as a group name; for links of groups. */
  public GroupName groupName() {
    return new GroupName(name);
  }

  /** The same link after the account was renamed. */
  public Link renamed(String newName) {
    return new Link(
        id,
        connectionId,
        kind,
        externalId,
        directoryId,
        newName,
        userKey,
        origin,
        keepUnownedMembers,
        namedByAdministrator);
  }

  /** The same link, of a group that keeps the members which the product did not add, or not. */
  public Link keepingUnownedMembers(boolean keep) {
    return new Link(
        id,
        connectionId,
        kind,
        externalId,
        directoryId,
        name,
        userKey,
        origin,
        keep,
        namedByAdministrator);
  }

  /** The same link, of a group that an administrator chose although its name is protected. */
  public Link namedByAdministrator(boolean named) {
    return new Link(
        id,
        connectionId,
        kind,
        externalId,
        directoryId,
        name,
        userKey,
        origin,
        keepUnownedMembers,
        named);
  }

  /** The same link with the user key that Jira assigned. */
  public Link withUserKey(String key) {
    return new Link(
        id,
        connectionId,
        kind,
        externalId,
        directoryId,
        name,
        key,
        origin,
        keepUnownedMembers,
        namedByAdministrator);
  }
}
