package org.oktasync.plan;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;

/** What Jira holds, and what of it is ours. */
public interface CurrentState {
  /** The connection's links of people, in ascending order of their source id. */
  Cursor<Link> accountLinks();

  /** The connection's links of groups, in ascending order of their source id. */
  Cursor<Link> groupLinks();

  /** Linked people and groups whom the plan is not about. */
  default Bystanders bystanders() {
    return Bystanders.NONE;
  }

  /**
   * The accounts of the target directory among which the own accounts of people without a link are
   * to be found; linked ones may be among them.
   */
  Iterable<Account> everyAccount();

  /** The account of this name in the target directory. */
  Optional<Account> account(AccountName name);

  /** Who has this account name, in the whole of Jira. */
  NameHolder holderOf(AccountName name);

  /**
   * The account name that Jira has for a user key now; empty when it knows none, or the key is
   * empty.
   */
  Optional<AccountName> nameOfKey(String userKey);

  /** The user key that Jira has for an account name, deleted accounts included; empty if none. */
  String keyOf(AccountName name);

  /** Whether another directory has an account of this name, whoever else has. */
  default boolean isHeldElsewhere(AccountName name) {
    return false;
  }

  /** Who may take over which account of another directory. */
  default Namesakes namesakes() {
    return Namesakes.NONE;
  }

  /** Who has this group name, in the whole of Jira. */
  NameHolder holderOf(GroupName name);

  /** Direct members of a group of the target directory, people only, ascending by folded name. */
  Cursor<AccountName> members(GroupName group);

  /** Whether somebody is a direct member of a group of the target directory. */
  boolean isMember(GroupName group, AccountName account);

  /** Whether the product itself once added this person to the group of this link. */
  boolean addedByUs(Link group, ExternalId user);

  /** Whether no run may deactivate, delete, rename or adopt this account. */
  boolean isProtected(AccountName name);

  /**
   * Whether an account may be adopted without asking: nobody hides it, and it may use an
   * application, so that it is no customer's.
   */
  boolean isPlain(AccountName name);

  /** Whether no run may take this account out of a group. */
  boolean keepsMemberships(AccountName name);

  /** Why Jira would not have this account deleted; empty when it has nothing against it. */
  Optional<Message> obstacleToDeletion(AccountName name);

  /**
   * Whether a directory that stands earlier has an account of this name: what Jira says of the name
   * is then said of that one.
   */
  default boolean isShadowed(AccountName name) {
    return false;
  }

  /** The projects and components that somebody leads, in order; empty when Jira cannot tell. */
  default Optional<List<Lead>> ledBy(AccountName name) {
    return Optional.of(List.of());
  }

  /**
   * Why somebody cannot lead this; empty when they can. The reason's first argument is what is led.
   */
  default Optional<Message> obstacleToLeading(AccountName name, Lead lead) {
    return Optional.empty();
  }

  /** Whether no run may create, adopt, delete, or change members of, this group. */
  boolean isProtected(GroupName name);
}
