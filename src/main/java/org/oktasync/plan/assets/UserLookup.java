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
   */
  Optional<AssetsUser> find(String text);
}
