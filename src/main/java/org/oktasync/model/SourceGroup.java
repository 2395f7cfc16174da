package org.oktasync.model;

import java.util.OptionalLong;

/**
 * A group as the identity source holds it.
 *
 * @param id stable identifier
 * @param type the source's own type, for example {@code OKTA_GROUP}, {@code APP_GROUP} or {@code
 *     BUILT_IN}
 * @param name the name, as written in the source; may be unusable as a Jira name
 * @param description free text; empty when there is none
 * @param statedMembers the number of members that the source states; empty when it states none
 */
public record SourceGroup(
    ExternalId id, String type, String name, String description, OptionalLong statedMembers) {
  /** The type of groups that the source makes by itself, such as Okta's Everyone. */
  public static final String BUILT_IN = "BUILT_IN";

  /** Whether the source made this group by itself, such as Okta's Everyone. */
  public boolean builtIn() {
    return BUILT_IN.equals(type);
  }
}
