package org.oktasync.record;

import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.Reasons;

/**
 * Changes as tests need them; the id of somebody is their name behind {@code 00u} or {@code 00g}.
 */
public final class Changes {
  private Changes() {}

  public static ExternalId user(String name) {
    return new ExternalId("00u" + name);
  }

  public static ExternalId group(String name) {
    return new ExternalId("00g" + name);
  }

  public static Change create(String name) {
    AccountName account = new AccountName(name);
    return new Change.CreateAccount(
        user(name), new Account(account, "Name of " + name, name + "@example.com", true));
  }

  public static Change rename(String from, String to) {
    return new Change.RenameAccount(user(to), new AccountName(from), new AccountName(to));
  }

  public static Change add(String name, String group) {
    return new Change.AddMember(
        user(name), new AccountName(name), group(group), new GroupName(group));
  }

  public static Change remove(String name, String group) {
    return new Change.RemoveMember(
        user(name), new AccountName(name), group(group), new GroupName(group));
  }

  public static Change deactivate(String name) {
    return new Change.DeactivateAccount(user(name), new AccountName(name), Reasons.INACTIVE);
  }

  public static Change delete(String name) {
    Account account = new Account(new AccountName(name), "Name of " + name, "", false);
    return new Change.DeleteAccount(user(name), account, Reasons.NOT_FOUND);
  }

  public static Change deleteGroup(String name, long members) {
    return new Change.DeleteGroup(group(name), new GroupName(name), members);
  }

  public static Change leave(String name, String detail) {
    return new Change.LeaveAlone(EntityKind.USER, user(name), name, "", Reasons.NAME_TAKEN, detail);
  }
}
