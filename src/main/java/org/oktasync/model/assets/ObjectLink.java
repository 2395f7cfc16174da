package org.oktasync.model.assets;

import java.time.Instant;
import org.oktasync.model.ExternalId;

/**
 * What the product owns of Assets: this object of Assets is that object of the source.
 *
 * @param id row id; 0 before it is stored
 * @param connectionId the connection that owns it
 * @param identity type and key under which it was last seen or written
 * @param sourceId the object of the source; {@code -} for an object that was made because others
 *     refer to it
 * @param objectId Assets' id of it
 * @param origin how it came to be ours
 * @param missingSince when the source was first read without it; null while the source has it
 * @param missingRuns in how many whole readings since then it was missing
 * @param retired what was done about it because it was missing
 * @param statusBefore the status that it had before it was given that of missing ones; may be empty
 */
public record ObjectLink(
    long id,
    long connectionId,
    ObjectIdentity identity,
    ExternalId sourceId,
    String objectId,
    Origin origin,
    Instant missingSince,
    int missingRuns,
    Retired retired,
    String statusBefore) {

  /** How an object came to be ours. */
  public enum Origin {
    /** A run made it. */
    CREATED,
    /** It was there, under the key of a source object. */
    FOUND
  }

  /** What was done about an object because the source no longer had it. */
  public enum Retired {
    NO,
    /** It has the status of missing objects. */
    STATUS,
    /** It is in Assets' archive. */
    ARCHIVED
  }

  /** A link of an object that the source has. */
  public static ObjectLink of(
      long connectionId,
      ObjectIdentity identity,
      ExternalId sourceId,
      String objectId,
      Origin origin) {
    return new ObjectLink(
        0, connectionId, identity, sourceId, objectId, origin, null, 0, Retired.NO, "");
  }

  /** The same object, under this identity and for this object of the source. */
  public ObjectLink as(ObjectIdentity other, ExternalId source) {
    return new ObjectLink(
        id,
        connectionId,
        other,
        source,
        objectId,
        origin,
        missingSince,
        missingRuns,
        retired,
        statusBefore);
  }

  /** The same link in the row of another one. */
  public ObjectLink inPlaceOf(ObjectLink other) {
    return new ObjectLink(
        other.id(),
        connectionId,
        identity,
        sourceId,
        objectId,
        origin,
        missingSince,
        missingRuns,
        retired,
        statusBefore);
  }

  /**
   * The same link, once the source was read without the object.
   *
   * @param since when that happened first
   * @param runs how often by now
   */
  public ObjectLink missing(Instant since, int runs) {
    return new ObjectLink(
        id, connectionId, identity, sourceId, objectId, origin, since, runs, retired, statusBefore);
  }

  /**
   * The same link, once something was done about the missing object.
   *
   * @param status the status that it had before
   */
  public ObjectLink retired(Retired how, String status) {
    return new ObjectLink(
        id,
        connectionId,
        identity,
        sourceId,
        objectId,
        origin,
        missingSince,
        missingRuns,
        how,
        status);
  }

  /** The same link of an object that the source has again. */
  public ObjectLink back() {
    return new ObjectLink(
        id, connectionId, identity, sourceId, objectId, origin, null, 0, Retired.NO, "");
  }
}
