package org.oktasync.devkit.host.users;

import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;

/** Fills the names that a user record lacks from those that it has, as Crowd does on each write. */
final class Names {

  private Names() {}

  /** A copy with a display name and a last name that are not blank and a first name not null. */
  static UserTemplate populated(User user) {
    UserTemplate full = new UserTemplate(user);
    boolean given = present(user.getDisplayName());
    String display = given ? user.getDisplayName() : joined(user);
    full.setDisplayName(display);
    if (given || !present(user.getLastName())) {
      String[] parts = split(display);
      full.setFirstName(present(user.getFirstName()) ? user.getFirstName() : parts[0]);
      full.setLastName(present(user.getLastName()) ? user.getLastName() : parts[1]);
    } else if (user.getFirstName() == null) {
      full.setFirstName("");
    }
    return full;
  }

  private static String joined(User user) {
    boolean first = present(user.getFirstName());
    if (present(user.getLastName())) {
      return first ? user.getFirstName() + " " + user.getLastName() : user.getLastName();
    }
    return first ? user.getFirstName() : user.getName();
  }

  /** First word and rest; a single word is the last name. */
  private static String[] split(String display) {
    String[] words = display.strip().split(" +", 2);
    return words.length == 1 ? new String[] {"", words[0]} : words;
  }

  private static boolean present(String value) {
    return value != null && !value.isBlank();
  }
}
