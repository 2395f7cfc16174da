package org.oktasync.plan;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;

/**
 * People of the source who take over an account of another directory, because an administrator said
 * so: they get an account of the same name beside it. The other directory is only looked at.
 */
public interface Namesakes {
  /** Nobody takes over anything. */
  Namesakes NONE =
      new Namesakes() {
        @Override
        public boolean expects(ExternalId person) {
          return false;
        }

        @Override
        public Namesake of(ExternalId person, AccountName name) {
          throw new IllegalStateException("nobody takes over anything");
        }

        @Override
        public String directory(ExternalId person) {
          throw new IllegalStateException("nobody takes over anything");
        }

        @Override
        public boolean brings(ExternalId person, GroupName group) {
          return false;
        }
      };

  /**
   * The account that somebody takes over, as it is now.
   *
   * @param directory the name of the other directory, or its id when it is gone
   * @param account the account; empty when there is an obstacle
   * @param obstacle why it cannot be taken over, as a code of {@link Reasons}; empty if it can
   */
  record Namesake(String directory, Optional<Account> account, String obstacle) {}

  /** Whether a person is to take over an account. */
  boolean expects(ExternalId person);

  /** Looks anew for the accounts of some people who are asked about next, together. */
  default void lookFor(List<ExternalId> people) {}

  /**
   * The name of the other directory of a person who is expected to take over an account; its id
   * when it is gone.
   */
  String directory(ExternalId person);

  /**
   * The account that a person takes over, who is expected to. To be asked in the order of people,
   * or after {@link #lookFor}, so that many can be looked for together.
   *
   * @param name the name that the source wants for them now
   */
  Namesake of(ExternalId person, AccountName name);

  /** Whether the account that a person takes over is a direct member of a group there. */
  boolean brings(ExternalId person, GroupName group);
}
