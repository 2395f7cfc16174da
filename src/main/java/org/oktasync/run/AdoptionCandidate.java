package org.oktasync.run;

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
 * @param doubt who else could be meant; null unless the verdict is {@code AMBIGUOUS}
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
    Message doubt) {

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
    OTHER_DIRECTORY("other-directory");

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
      return this == EXACT || this == BY_EMAIL || this == BY_PROPERTY || this == CUSTOMER;
    }

    /** Whether candidates like this may be confirmed at all. */
    public boolean adoptable() {
      return this != AMBIGUOUS;
    }
  }
}
