package org.oktasync.model;

import java.time.Instant;

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
 * @param deactivatedAt when the product itself last deactivated the account; null when it did not,
 *     or has reactivated it since
 * @param leavingSince since when the account waits to be deactivated; null when it does not
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
    boolean namedByAdministrator,
    Instant deactivatedAt,
    Instant leavingSince) {

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
        false,
        null,
        null);
  }

  /** The link of a group, not yet stored; an adopted group keeps the members it has. */
  public static Link ofGroup(
      long connectionId, ExternalId id, long directoryId, GroupName name, Origin origin) {
    boolean keep = origin == Origin.ADOPTED;
    return new Link(
        0,
        connectionId,
        EntityKind.GROUP,
        id,
        directoryId,
        name.value(),
        "",
        origin,
        keep,
        false,
        null,
        null);
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
    return copy(
        newName, userKey, keepUnownedMembers, namedByAdministrator, deactivatedAt, leavingSince);
  }

  /** The same link, of a group that keeps the members which the product did not add, or not. */
  public Link keepingUnownedMembers(boolean keep) {
    return copy(name, userKey, keep, namedByAdministrator, deactivatedAt, leavingSince);
  }

  /** The same link, of a group that an administrator chose although its name is protected. */
  public Link namedByAdministrator(boolean named) {
    return copy(name, userKey, keepUnownedMembers, named, deactivatedAt, leavingSince);
  }

  /** The same link with the user key that Jira assigned. */
  public Link withUserKey(String key) {
    return copy(name, key, keepUnownedMembers, namedByAdministrator, deactivatedAt, leavingSince);
  }

  /**
   * The same link of an account that the product deactivated then; null when it is active. Either
   * way it no longer waits for that.
   */
  public Link deactivated(Instant at) {
    return copy(name, userKey, keepUnownedMembers, namedByAdministrator, at, null);
  }

  /** The same link of an account that waits to be deactivated; null when it does not. */
  public Link leaving(Instant since) {
    return copy(name, userKey, keepUnownedMembers, namedByAdministrator, deactivatedAt, since);
  }

  private Link copy(
      String newName,
      String key,
      boolean keep,
      boolean named,
      Instant deactivated,
      Instant leaving) {
    return new Link(
        id,
        connectionId,
        kind,
        externalId,
        directoryId,
        newName,
        key,
        origin,
        keep,
        named,
        deactivated,
        leaving);
  }
}
