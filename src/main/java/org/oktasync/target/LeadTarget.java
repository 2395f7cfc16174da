package org.oktasync.target;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;

/** Who leads the projects and components of Jira. */
public interface LeadTarget {
  /** Nobody leads anything, as far as can be told. */
  LeadTarget NONE =
      new LeadTarget() {
        @Override
        public List<Lead> ledBy(AccountName account) {
          return List.of();
        }

        @Override
        public Optional<Message> obstacle(AccountName account) {
          return Optional.empty();
        }

        @Override
        public Optional<Message> obstacle(AccountName account, Lead lead) {
          return Optional.empty();
        }

        @Override
        public void replace(Lead lead, AccountName from, AccountName to) {
          throw new UnsupportedOperationException("nobody leads " + lead.label());
        }
      };

  /**
   * What somebody leads, in order.
   *
   * @throws TargetException when Jira cannot tell
   */
  List<Lead> ledBy(AccountName account);

  /**
   * Why somebody may lead nothing at all: there is no such account, or it is switched off. Empty
   * when they may.
   *
   * @throws TargetException when Jira cannot tell
   */
  Optional<Message> obstacle(AccountName account);

  /**
   * Why somebody may not lead this: as above, or issues of the project may not be assigned to them.
   * Empty when they may. The first argument of the reason is the lead's label.
   *
   * @throws TargetException when Jira cannot tell
   */
  Optional<Message> obstacle(AccountName account, Lead lead);

  /**
   * Makes somebody the lead in another's place.
   *
   * @throws TargetException of kind {@code CHANGED_SINCE} when {@code from} does not lead it, else
   *     when Jira refuses
   */
  void replace(Lead lead, AccountName from, AccountName to);
}
