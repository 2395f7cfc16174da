package org.oktasync.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A person's account in the target directory, as far as the product reads and writes it.
 *
 * @param name the name to sign in with
 * @param displayName the name that people see; empty when there is none
 * @param email the e-mail address; empty when there is none
 * @param active whether the account may sign in
 * @param more further attributes by name, as far as somebody asked for them
 */
public record Account(
    AccountName name, String displayName, String email, boolean active, Map<String, String> more) {
  private static final String DISPLAY_NAME = "displayName";
  private static final String EMAIL = "email";

  public Account {
    displayName = displayName == null ? "" : displayName;
    email = email == null ? "" : email;
    more = Map.copyOf(more);
  }

  /** An account of which nothing more is asked. */
  public Account(AccountName name, String displayName, String email, boolean active) {
    this(name, displayName, email, active, Map.of());
  }

  /** The same account under another name. */
  public Account named(AccountName other) {
    return new Account(other, displayName, email, active, more);
  }

  /** The same account, switched on or off. */
  public Account withActive(boolean on) {
    return new Account(name, displayName, email, on, more);
  }

  /** The same account with these further attributes instead. */
  public Account with(Map<String, String> further) {
    return new Account(name, displayName, email, active, further);
  }

  /** All values by attribute, without name and activity. */
  public Map<String, String> attributes() {
    Map<String, String> values = new TreeMap<>(more);
    values.put(DISPLAY_NAME, displayName);
    values.put(EMAIL, email);
    return values;
  }
}
