package org.oktasync.model;

/**
 * A person's account in the target directory, as far as the product reads and writes it.
 *
 * @param name the name to sign in with
 * @param displayName the name that people see; empty when there is none
 * @param email the e-mail address; empty when there is none
 * @param active whether the account may sign in
 */
public record Account(AccountName name, String displayName, String email, boolean active) {
  public Account {
    displayName = displayName == null ? "" : displayName;
    email = email == null ? "" : email;
  }

  /** The same account under another name. */
  public Account named(AccountName other) {
    return new Account(other, displayName, email, active);
  }

  /** The same account, switched on or off. */
  public Account withActive(boolean on) {
    return new Account(name, displayName, email, on);
  }
}
