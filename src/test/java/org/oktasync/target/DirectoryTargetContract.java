package org.oktasync.target;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.plan.NameHolder;
import org.oktasync.target.TargetException.Kind;

/** What every {@link DirectoryTarget} promises; here of groups and members. */
public abstract class DirectoryTargetContract extends DirectoryAccountsContract {
  @Test
  public void oneMembershipIsAskedForByItself() {
    DirectoryTarget target = open();
    target.create(List.of(account(ADA), account(BOB)));
    target.createGroup(STAFF);
    target.addMembers(STAFF, List.of(ADA));

    assertTrue(target.isMember(new GroupName("STAFF"), new AccountName("ADA@example.com")));
    assertFalse(target.isMember(STAFF, BOB));
    assertFalse(target.isMember(STAFF, CAROL));
    assertFalse(target.isMember(new GroupName("nowhere"), ADA));
    assertEquals(List.of(STAFF), target.groupsOf(new AccountName("ADA@example.com")));
    assertEquals(List.of(), target.groupsOf(BOB));
    assertEquals(List.of(), target.groupsOf(CAROL));
  }

  @Test
  public void aGroupIsMadeOnce() {
    DirectoryTarget target = open();
    target.createGroup(STAFF);

    assertEquals(Kind.CONFLICT, refusal(() -> target.createGroup(new GroupName("STAFF"))).kind());
    assertEquals(List.of(STAFF), all(target.groups()));
    assertEquals(NameHolder.TARGET, target.holderOf(STAFF));
    assertEquals(List.of(), all(target.members(STAFF)));
  }

  @Test
  public void membersAreAddedAndOneWhoIsMissingStopsNobody() {
    DirectoryTarget target = staffed(ADA);
    target.create(List.of(account(BOB)));

    Map<AccountName, TargetException> failed = target.addMembers(STAFF, List.of(ADA, CAROL, BOB));

    assertEquals(Set.of(CAROL), failed.keySet());
    assertEquals(Kind.NOT_FOUND, failed.get(CAROL).kind());
    assertEquals(List.of(ADA, BOB), all(target.members(STAFF)));
  }

  @Test
  public void aGroupThatIsGoneGetsNoMembers() {
    DirectoryTarget target = staffed(ADA, BOB);
    GroupName gone = new GroupName("gone");

    Map<AccountName, TargetException> failed = target.addMembers(gone, List.of(ADA, BOB));

    assertEquals(Set.of(ADA, BOB), failed.keySet());
    failed.values().forEach(problem -> assertEquals(Kind.NOT_FOUND, problem.kind()));
    assertEquals(List.of(), all(target.members(gone)));
  }

  @Test
  public void aMembershipEnds() {
    DirectoryTarget target = staffed(ADA, BOB);

    target.removeMember(new GroupName("staff"), new AccountName("BOB"));

    assertEquals(List.of(ADA), all(target.members(STAFF)));
  }

  @Test
  public void aDeletedAccountIsMemberOfNothingAndItsNameIsRemembered() {
    DirectoryTarget target = staffed(ADA, BOB);
    String key = target.keyOf(ADA);
    target.setActive(ADA, false);

    target.deleteAccount(new AccountName("ADA@Example.com"));

    assertEquals(Optional.empty(), target.account(ADA));
    assertEquals(List.of(BOB), all(target.members(STAFF)));
    assertEquals(NameHolder.FORMER_USER, target.holderOf(ADA));
    assertEquals(key, target.keyOf(ADA));
  }

  @Test
  public void anActiveAccountIsNotDeleted() {
    DirectoryTarget target = staffed(ADA);

    assertEquals(Kind.CHANGED_SINCE, refusal(() -> target.deleteAccount(ADA)).kind());
    assertEquals(Optional.of(account(ADA)), target.account(ADA));
  }

  @Test
  public void aDeletedGroupIsGoneAndItsPeopleStay() {
    DirectoryTarget target = staffed(ADA, BOB);

    target.deleteGroup(new GroupName("staff"));

    assertEquals(List.of(), all(target.groups()));
    assertEquals(List.of(), all(target.members(STAFF)));
    assertEquals(NameHolder.FREE, target.holderOf(STAFF));
    assertEquals(Optional.of(account(ADA)), target.account(ADA));
    target.createGroup(STAFF);
    assertEquals(List.of(), all(target.members(STAFF)));
  }

  @Test
  public void aGroupThatHoldsGroupsIsNotDeleted() {
    DirectoryTarget target = staffed(ADA);
    nestByHand(STAFF);

    assertEquals(Kind.DENIED, refusal(() -> target.deleteGroup(STAFF)).kind());
    assertEquals(List.of(ADA), all(target.members(STAFF)));
  }

  @Test
  public void whatIsGoneCountsAsDeletedWithoutAWrite() {
    DirectoryTarget target = staffed(ADA);
    long before = writes();

    target.deleteAccount(BOB);
    target.deleteGroup(new GroupName("no such group"));

    assertEquals(before, writes());
  }

  @Test
  public void namesAreHeldByWhoeverHasOrHadThem() {
    AccountName elsewhere = new AccountName("elsewhere");
    holdElsewhere(elsewhere);
    holdElsewhere(new GroupName("administrators"));
    DirectoryTarget first = staffed(ADA, BOB);
    String key = first.keyOf(BOB);
    deleteByHand(BOB);
    DirectoryTarget target = open();

    assertEquals(NameHolder.TARGET, target.holderOf(new AccountName("ADA@EXAMPLE.COM")));
    assertEquals(NameHolder.OTHER_DIRECTORY, target.holderOf(new AccountName("Elsewhere")));
    assertEquals(NameHolder.FORMER_USER, target.holderOf(BOB));
    assertEquals(NameHolder.FREE, target.holderOf(CAROL));
    assertEquals(key, target.keyOf(BOB));
    assertEquals("", target.keyOf(CAROL));
    assertEquals(Optional.of(BOB), target.nameOfKey(key));
    assertEquals(Optional.empty(), target.nameOfKey("no such key"));
    assertEquals(NameHolder.TARGET, target.holderOf(STAFF));
    assertEquals(NameHolder.OTHER_DIRECTORY, target.holderOf(new GroupName("Administrators")));
    assertEquals(NameHolder.FREE, target.holderOf(new GroupName("nobody's")));
  }
}
