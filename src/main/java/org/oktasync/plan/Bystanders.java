package org.oktasync.plan;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * Linked people and groups whom a plan is not about, because the source does not say that they
 * changed. A plan that looks at everybody has none.
 */
public interface Bystanders {
  /** Nobody: the plan looks at everybody. */
  Bystanders NONE =
      new Bystanders() {
        @Override
        public Optional<AccountName> activeAccount(ExternalId person) {
          return Optional.empty();
        }

        @Override
        public Optional<ExternalId> personNamed(AccountName name) {
          return Optional.empty();
        }

        @Override
        public boolean hold(GroupName name) {
          return false;
        }
      };

  /** The account of a bystander; empty when it is switched off, gone or renamed by Jira. */
  Optional<AccountName> activeAccount(ExternalId person);

  /** The bystander who is linked to the account of this name. */
  Optional<ExternalId> personNamed(AccountName name);

  /** Whether a group of this name is linked to a group of the source that the plan is not about. */
  boolean hold(GroupName name);
}
