package org.oktasync.run.adoption;

import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;

/**
 * An existing account or group that could be adopted.
 *
 * @param kind {@code USER} or {@code GROUP}
 * @param sourceId the object in the source
 * @param sourceName its name there
 * @param sourceEmail a person's e-mail address there; empty for groups
 * @param name the account or group in Jira
 * @param email the account's e-mail address in Jira; empty for groups
 * @param rule by what it was recognised: {@code login}, {@code email}, {@code name}, or {@code
 *     property:} and a key
 * @param verdict what is to be said about it
 * @param doubt who else could be meant, or what else is to be known; may be null
 * @param elsewhere where the account is, if it is in another directory; else null
 */
public record AdoptionCandidate(
    EntityKind kind,
    ExternalId sourceId,
    String sourceName,
    String sourceEmail,
    String name,
    String email,
    String rule,
    Verdict verdict,
    Message doubt,
    Elsewhere elsewhere) {

  /**
   * Another directory.
   *
   * @param position its place in Jira's order, 0 being first
   * @param targetPosition the place of the directory that the connection fills
   */
  public record Elsewhere(long directoryId, String directory, int position, int targetPosition) {
    /** Whether its accounts hide those of the directory that the connection fills. */
    public boolean hides() {
      return position < targetPosition;
    }
  }

  /** A candidate of the directory that the connection fills, or a group. */
  public AdoptionCandidate(
      EntityKind kind,
      ExternalId sourceId,
      String sourceName,
      String sourceEmail,
      String name,
      String email,
      String rule,
      Verdict verdict,
      Message doubt) {
    this(kind, sourceId, sourceName, sourceEmail, name, email, rule, verdict, doubt, null);
  }

  /** What is to be said about a candidate. */
  public enum Verdict {
    /** The names are the same. */
    EXACT("exact"),
    /** The e-mail addresses are the same, and unique on both sides. */
    BY_EMAIL("by-email"),
    /** An attribute of the administrator's own has one value, unique on both sides. */
    BY_PROPERTY("by-property"),
    /** Several could be meant: cannot be adopted here. */
    AMBIGUOUS("ambiguous"),
    /** A directory that stands earlier hides this account. */
    SHADOWED("shadowed"),
    /** It has administration rights: to be chosen singly. */
    ADMINISTRATOR("administrator"),
    /** It may use no application, so it may be a customer: to be chosen with open eyes. */
    CUSTOMER("customer"),
    /** A group of another directory has the name: to be chosen singly. */
    OTHER_DIRECTORY("other-directory"),
    /** The same person in another directory, by name and address: may be taken over. */
    NAMESAKE("namesake"),
    /** An account of another directory has the name, and another address: to be chosen singly. */
    NAMESAKE_BY_NAME("namesake-by-name"),
    /** An account of another directory has the name, and cannot be taken over. */
    NAMESAKE_REFUSED("namesake-refused"),
    /** An administrator said that it is taken over; a run of everybody will see to it. */
    NAMESAKE_WAITS("namesake-waits");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The name in the REST interface. */
    public String label() {
      return label;
    }

    /** Whether candidates like this may be confirmed many at a time, by naming this verdict. */
    public boolean inBulk() {
      return this == EXACT
          || this == BY_EMAIL
          || this == BY_PROPERTY
          || this == CUSTOMER
          || this == NAMESAKE;
    }

    /** Whether candidates like this may be confirmed at all. */
    public boolean adoptable() {
      return this != AMBIGUOUS && this != NAMESAKE_REFUSED && this != NAMESAKE_WAITS;
    }

    /** Whether to confirm means that an account of another directory is taken over. */
    public boolean takesOver() {
      return this == NAMESAKE || this == NAMESAKE_BY_NAME;
    }
  }
}
