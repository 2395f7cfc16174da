package org.oktasync.target;

import java.util.Optional;
import org.oktasync.model.assets.AssetsUser;

/** The people of the Jira that Assets belongs to. */
public interface SitePeople {
  /**
   * Whom an attribute of type user stands for: the one active person with this e-mail address; if
   * nobody has it, the active person with this user name. Upper and lower case are alike.
   *
   * @return empty when there is nobody, or several have the address
   * @throws TargetException when nobody can be looked up at all
   */
  Optional<AssetsUser> find(String emailOrName);
}
