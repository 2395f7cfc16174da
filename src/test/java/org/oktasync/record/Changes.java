package org.oktasync.record;

import java.util.List;
import java.util.Map;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.GroupChange;
import org.oktasync.plan.ObjectChange;
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
    return new AccountChange.CreateAccount(
        user(name), new Account(account, "Name of " + name, name + "@example.com", true));
  }

  public static Change rename(String from, String to) {
    return new AccountChange.RenameAccount(user(to), new AccountName(from), new AccountName(to));
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
    return new AccountChange.DeactivateAccount(user(name), new AccountName(name), Reasons.INACTIVE);
  }

  public static Change delete(String name) {
    Account account = new Account(new AccountName(name), "Name of " + name, "", false);
    return new AccountChange.DeleteAccount(user(name), account, Reasons.NOT_FOUND);
  }

  public static Change deleteGroup(String name, long members) {
    return new GroupChange.DeleteGroup(group(name), new GroupName(name), members);
  }

  /** Changes of objects, one of each sort. */
  public static List<Change> ofObjects() {
    ExternalId id = user("ann");
    ObjectIdentity ann = new ObjectIdentity("Users", "00uann");
    return List.of(
        new ObjectChange.CreateObject(
            id, ann, "Ann Lee", Map.of("Name", "Ann Lee", "Groups", "[\"a\",\"b\"]"), ""),
        new ObjectChange.CreateObject(
            ObjectChange.NO_SOURCE,
            new ObjectIdentity("Roles", "Admin \"x\""),
            "Admin \"x\"",
            Map.of("Name", "Admin \"x\""),
            Reasons.REFERRED_TO),
        new ObjectChange.UpdateObject(
            id, ann, "Ann Lee", Map.of("Name", "Ann", "Mail", ""), Map.of("Name", "", "Mail", "x")),
        new ObjectChange.RetireObject(
            id,
            ann,
            "Ann Lee",
            Map.of("Status", ""),
            Map.of("Status", "Not in Okta"),
            Reasons.NOT_FOUND),
        new ObjectChange.RetireObject(id, ann, "Ann Lee", Map.of(), Map.of(), Reasons.NOT_FOUND),
        new ObjectChange.RestoreObject(id, ann, "Ann Lee", Map.of(), Map.of("Name", "Ann Lee")),
        new ObjectChange.RestoreObject(
            id, ann, "Ann Lee", Map.of("Status", "Not in Okta"), Map.of("Status", "")),
        new ObjectChange.DeleteObject(
            id, ann, "Ann Lee", Map.of("Name", "Ann Lee"), Reasons.NOT_FOUND),
        new Change.LeaveAlone(
            EntityKind.OBJECT, id, "00uann", "Users", Reasons.OBJECT_KEY_TWICE, "00uann"));
  }

  public static Change leave(String name, String detail) {
    return new Change.LeaveAlone(EntityKind.USER, user(name), name, "", Reasons.NAME_TAKEN, detail);
  }
}
