package org.oktasync.target;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.plan.NameHolder;

/**
 * One Jira user directory. Reads may be repeated at will. Every write throws {@link
 * TargetException} when it did not happen; a write that finds its work done already succeeds
 * without writing. Passwords are never read, set or cleared.
 */
public interface DirectoryTarget {
  /** The directory's id in Jira. */
  long directoryId();

  /** All accounts of this directory, active or not, in no particular order. */
  default Cursor<Account> accounts() {
    return accounts(Set.of());
  }

  /**
   * All accounts of this directory with further attributes of each.
   *
   * @param further names of {@code Change.Attributes}; an attribute without a value is empty
   */
  Cursor<Account> accounts(Set<String> further);

  /** The account of this name in this directory. */
  default Optional<Account> account(AccountName name) {
    return account(name, Set.of());
  }

  /** The account of this name with further attributes, as {@link #accounts(Set)} has them. */
  Optional<Account> account(AccountName name, Set<String> further);

  /**
   * The accounts of some names, looked for together, in no particular order; a name that this
   * directory does not have is left out.
   *
   * @param names each once
   * @param further as {@link #accounts(Set)} has them
   */
  List<Account> accounts(Collection<AccountName> names, Set<String> further);

  /** The names of all groups of this directory, in no particular order. */
  Cursor<GroupName> groups();

  /**
   * The people who are direct members of a group of this directory, ascending by folded name; child
   * groups are left out. Empty when the group does not exist.
   */
  Cursor<AccountName> members(GroupName group);

  /** The groups of this directory that somebody is a direct member of; for single people. */
  List<GroupName> groupsOf(AccountName account);

  /** Whether somebody is a direct member of a group; false when either does not exist. */
  boolean isMember(GroupName group, AccountName account);

  /** The accounts of this directory with this e-mail address, in whatever case it is written. */
  List<Account> accountsWithEmail(String email);

  /** Who has this account name, over all directories and all user keys that Jira knows. */
  NameHolder holderOf(AccountName name);

  /** Whether another directory has an account of this name, whether or not this one has. */
  boolean isHeldElsewhere(AccountName name);

  /** Who has this group name, over all directories; never {@code FORMER_USER}. */
  NameHolder holderOf(GroupName name);

  /** The user key that Jira has for a name, deleted accounts included; empty when it has none. */
  String keyOf(AccountName name);

  /** The name that Jira has for a user key, deleted accounts included. */
  Optional<AccountName> nameOfKey(String userKey);

  /**
   * What became of one account that was to be made.
   *
   * @param name its name
   * @param userKey the key that Jira assigned; empty when it was not made or Jira does not say
   * @param problem why it was not made; null when it was
   */
  record Creation(AccountName name, String userKey, TargetException problem) {}

  /**
   * Makes accounts without a password that could ever match, with first and last name where they
   * are given. One that cannot be made does not stop the others.
   *
   * @return one answer for each account, in the same order
   */
  List<Creation> create(List<Account> accounts);

  /**
   * Makes accounts as {@link #create} does, of names that another directory holds: the users are
   * the same, and so are their keys. The other directory is not touched.
   */
  List<Creation> createBeside(List<Account> accounts);

  /**
   * Gives an account another name; its user key stays.
   *
   * @throws TargetException {@code CONFLICT} when the new name is not free, {@code NOT_FOUND} when
   *     the account is gone
   */
  void rename(AccountName from, AccountName to);

  /**
   * Changes attributes of an account, by the names of {@code Change.Attributes}; everything else of
   * the account stays.
   *
   * @param before the values that the account must have now
   * @param after the values wanted
   * @throws TargetException {@code CHANGED_SINCE} when a present value is neither
   */
  void update(AccountName name, Map<String, String> before, Map<String, String> after);

  /** Switches an account on or off; everything else of it stays, memberships included. */
  void setActive(AccountName name, boolean active);

  /**
   * Deletes an account with its memberships; one that is gone counts as done. Its user key stays
   * known, so that nobody else gets the name and its history.
   *
   * @throws TargetException {@code CHANGED_SINCE} when the account is active
   */
  void deleteAccount(AccountName name);

  /**
   * Makes an empty group.
   *
   * @throws TargetException {@code CONFLICT} when this directory has one of that name
   */
  void createGroup(GroupName group);

  /**
   * Makes accounts members of a group; who is a member already counts as done.
   *
   * @return why it failed, for each account for which it did
   */
  Map<AccountName, TargetException> addMembers(GroupName group, List<AccountName> accounts);

  /** Ends a membership; who is no member counts as done. */
  void removeMember(GroupName group, AccountName account);

  /**
   * Deletes a group with its memberships; one that is gone counts as done.
   *
   * @throws TargetException {@code DENIED} when other groups are in it, which {@link #members} does
   *     not show
   */
  void deleteGroup(GroupName group);
}
