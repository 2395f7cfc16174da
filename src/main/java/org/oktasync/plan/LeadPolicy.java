package org.oktasync.plan;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;

/**
 * Who takes the place of a lead who is deactivated.
 *
 * @param project for projects; empty to leave them as they are
 * @param component for components; empty to leave them as they are
 */
public record LeadPolicy(Optional<AccountName> project, Optional<AccountName> component) {
  /** Leads stay as they are. */
  public static final LeadPolicy NONE = new LeadPolicy(Optional.empty(), Optional.empty());

  /** Whether any lead is replaced. */
  public boolean any() {
    return project.isPresent() || component.isPresent();
  }

  /** Who takes this place; empty when it stays as it is. */
  public Optional<AccountName> replacement(Lead lead) {
    return lead.isProject() ? project : component;
  }
}
