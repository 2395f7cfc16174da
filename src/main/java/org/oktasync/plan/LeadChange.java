package org.oktasync.plan;

import java.util.Map;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Lead;

/**
 * Somebody takes the place of a lead.
 *
 * @param sourceId the person who leaves the place, or gets it back
 * @param from the account that leads now
 * @param to the account that will
 */
public record LeadChange(ExternalId sourceId, Lead lead, AccountName from, AccountName to)
    implements Change {
  private static final String LEAD = "lead";

  /** The change of a stored row. */
  static LeadChange of(
      ExternalId id,
      String subject,
      String object,
      Map<String, String> before,
      Map<String, String> after) {
    Lead lead = object.isEmpty() ? Lead.ofProject(subject) : new Lead(object, subject);
    return new LeadChange(
        id, lead, new AccountName(before.get(LEAD)), new AccountName(after.get(LEAD)));
  }

  @Override
  public EntityKind kind() {
    return EntityKind.LEAD;
  }

  @Override
  public Operation operation() {
    return Operation.UPDATE;
  }

  /** The project's key, or the component's name. */
  @Override
  public String subject() {
    return lead.isProject() ? lead.project() : lead.component();
  }

  /** The key of the component's project; empty for a project. */
  @Override
  public String object() {
    return lead.isProject() ? "" : lead.project();
  }

  @Override
  public Map<String, String> before() {
    return Map.of(LEAD, from.value());
  }

  @Override
  public Map<String, String> after() {
    return Map.of(LEAD, to.value());
  }
}
