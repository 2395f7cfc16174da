package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One device, unchanging.
 *
 * @param number position in lists, never shown to clients
 * @param id Okta's id, 20 characters
 * @param active false once it was deactivated; then it has no owners
 * @param created when it was registered
 * @param lastUpdated when it or its owners changed last
 * @param profile attributes by name; absent ones have no entry
 * @param owners the people whose device it is
 */
public record Device(
    int number,
    String id,
    boolean active,
    Instant created,
    Instant lastUpdated,
    Map<String, Object> profile,
    List<Owner> owners) {

  /**
   * Whose device it is.
   *
   * @param link the link's id
   * @param user the person's id
   * @param created since when
   * @param managed whether the device is managed for this person
   * @param screenLock how this person locks it, by Okta's name
   */
  public record Owner(
      String link, String user, Instant created, boolean managed, String screenLock) {}

  /** Whether this person's. */
  public boolean ownedBy(String userId) {
    return owners.stream().anyMatch(owner -> owner.user().equals(userId));
  }

  Device with(boolean nextActive, List<Owner> next, Instant now) {
    return new Device(number, id, nextActive, created, now, profile, List.copyOf(next));
  }
}
