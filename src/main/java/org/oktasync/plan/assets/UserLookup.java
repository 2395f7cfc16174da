package org.oktasync.plan.assets;

import java.util.Optional;
import org.oktasync.model.assets.AssetsUser;

/** Finds the people of Jira whom attributes are to name. */
@FunctionalInterface
public interface UserLookup {
  /**
   * The one person whom a text means.
   *
   * @param text an e-mail address or a user name
   * @return empty when nobody has it, or more than one
   * @throws UnansweredException when nobody can be looked up
   */
  Optional<AssetsUser> find(String text);

  /** People cannot be looked up at present; whoever is named already stays. */
  final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnansweredException(Throwable cause) {
      super(cause);
    }
  }
}
