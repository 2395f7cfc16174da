package org.oktasync.target;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.plan.NameHolder;
import org.oktasync.target.TargetException.Kind;

/**
 * What every {@link DirectoryTarget} promises of accounts, whatever is behind it. A subclass gives
 * a directory that is empty at the start of each test, and the hand of an administrator.
 */
abstract class DirectoryAccountsContract {
  static final AccountName ADA = new AccountName("ada@example.com");
  static final AccountName BOB = new AccountName("bob");
  static final AccountName CAROL = new AccountName("Carol");
  static final GroupName STAFF = new GroupName("Staff");

  /** The directory under test, opened anew: what was done by hand before is seen. */
  protected abstract DirectoryTarget open();

  /** By hand: another directory gets an account of this name. */
  protected abstract void holdElsewhere(AccountName name);

  /** By hand: another directory gets a group of this name. */
  protected abstract void holdElsewhere(GroupName name);

  /** By hand: an account of the directory under test is deleted. */
  protected abstract void deleteByHand(AccountName name);

  /** By hand: a group of the directory under test gets another group as a member. */
  protected abstract void nestByHand(GroupName parent);

  /** Rows written to the directory so far, whoever wrote them; any measure that grows will do. */
  protected abstract long writes();

  @Test
  public void accountsAreMadeAndFound() {
    DirectoryTarget target = open();

    List<DirectoryTarget.Creation> made = target.create(List.of(account(ADA), account(BOB)));

    assertEquals(List.of(ADA, BOB), made.stream().map(DirectoryTarget.Creation::name).toList());
    made.forEach(creation -> assertNull(creation.problem()));
    made.forEach(creation -> assertFalse(creation.userKey().isEmpty()));
    assertEquals(Optional.of(account(ADA)), target.account(new AccountName("ADA@Example.com")));
    assertEquals(2, all(target.accounts()).size());
    assertTrue(all(target.accounts()).contains(account(BOB)));
    assertEquals(NameHolder.TARGET, target.holderOf(BOB));
    assertEquals(made.get(0).userKey(), target.keyOf(ADA));
    assertEquals(Optional.of(ADA), target.nameOfKey(made.get(0).userKey()));
  }

  @Test
  public void manyAccountsAreLookedForTogether_howeverTheirNamesAreSpelled() {
    DirectoryTarget target = open();
    List<Account> many =
        IntStream.range(0, 450).mapToObj(i -> account(new AccountName("Person" + i))).toList();
    target.create(many);
    List<AccountName> asked = new ArrayList<>();
    many.forEach(one -> asked.add(new AccountName(one.name().key())));
    asked.add(CAROL);

    assertEquals(Set.copyOf(many), Set.copyOf(target.accounts(asked, Set.of())));
    assertEquals(many.size(), target.accounts(asked, Set.of()).size());
    assertEquals(List.of(), target.accounts(List.of(), Set.of()));
    Set<String> last = Set.of(Attributes.LAST_NAME);
    assertEquals(
        target.account(asked.get(0), last).orElseThrow().more(),
        target.accounts(asked.subList(0, 1), last).get(0).more());
  }

  @Test
  public void furtherAttributesAreWrittenAndReadWhenTheyAreAskedFor() {
    DirectoryTarget target = open();
    String team = Attributes.PROPERTY + "team";
    target.create(
        List.of(
            account(ADA).with(Map.of(Attributes.FIRST_NAME, "A.", Attributes.LAST_NAME, "L."))));
    assertEquals(account(ADA), target.account(ADA).orElseThrow());

    target.update(ADA, Map.of(team, ""), Map.of(team, "Analysis"));
    Set<String> all = Set.of(team, Attributes.FIRST_NAME, Attributes.LAST_NAME);
    Map<String, String> expected =
        Map.of(team, "Analysis", Attributes.FIRST_NAME, "A.", Attributes.LAST_NAME, "L.");
    assertEquals(expected, target.account(ADA, all).orElseThrow().more());
    assertEquals(List.of(expected), all(target.accounts(all)).stream().map(Account::more).toList());

    long before = writes();
    target.update(ADA, Map.of(team, ""), Map.of(team, "Analysis"));
    assertEquals(before, writes());
    target.rename(ADA, CAROL);
    assertEquals(expected, open().account(CAROL, all).orElseThrow().more());
    target.update(CAROL, Map.of(team, "Analysis"), Map.of(team, ""));
    assertEquals(Map.of(team, ""), target.account(CAROL, Set.of(team)).orElseThrow().more());
    TargetException changed =
        refusal(() -> target.update(CAROL, Map.of(team, "Analysis"), Map.of(team, "Other")));
    assertEquals(Kind.CHANGED_SINCE, changed.kind());
  }

  @Test
  public void aNewDisplayNameLeavesTheNamesThatAreWrittenWithIt() {
    DirectoryTarget target = open();
    target.create(List.of(account(ADA)));
    String shown = account(ADA).displayName();
    String first =
        target
            .account(ADA, Set.of(Attributes.FIRST_NAME))
            .orElseThrow()
            .more()
            .get(Attributes.FIRST_NAME);

    target.update(
        ADA,
        Map.of(Attributes.DISPLAY_NAME, shown, Attributes.FIRST_NAME, first),
        Map.of(Attributes.DISPLAY_NAME, "Countess Lovelace", Attributes.FIRST_NAME, first));

    assertEquals(
        Map.of(Attributes.FIRST_NAME, first),
        target.account(ADA, Set.of(Attributes.FIRST_NAME)).orElseThrow().more());
  }

  @Test
  public void accountsAreFoundByTheirEmailAddressInAnyCase() {
    DirectoryTarget target = open();
    target.create(List.of(account(ADA), account(BOB)));

    String email = account(BOB).email();
    assertEquals(
        List.of(account(BOB)), target.accountsWithEmail(email.toUpperCase(Locale.ENGLISH)));
    assertEquals(List.of(), target.accountsWithEmail("nobody@example.com"));
  }

  @Test
  public void manyAccountsAreMadeAndReadAtOnce() {
    DirectoryTarget target = open();
    List<Account> wanted =
        IntStream.range(0, 1203).mapToObj(n -> account(new AccountName("user" + n))).toList();

    assertTrue(target.create(wanted).stream().allMatch(made -> made.problem() == null));

    assertEquals(new HashSet<>(wanted), new HashSet<>(all(target.accounts())));
  }

  @Test
  public void namesOfAnyScriptAndSignAreKept() {
    DirectoryTarget target = open();
    List<AccountName> names =
        List.of(
            new AccountName("o'brien, \"pat\""),
            new AccountName("a/b+c#d"),
            new AccountName("Łukasz Żółć"),
            new AccountName("山田 太郎"),
            new AccountName("back\\slash_%"));
    List<Account> wanted = names.stream().map(DirectoryTargetContract::account).toList();
    GroupName group = new GroupName("R&D, \"Süd\" / Nord");

    target.create(wanted);
    target.createGroup(group);

    assertEquals(Map.of(), target.addMembers(group, names));
    assertEquals(names.stream().sorted().toList(), all(target.members(group)));
    assertEquals(new HashSet<>(wanted), new HashSet<>(all(target.accounts())));
    assertTrue(all(target.groups()).contains(group));
  }

  @Test
  public void oneAccountThatCannotBeMadeStopsNobody() {
    holdElsewhere(BOB);
    DirectoryTarget target = open();
    target.create(List.of(account(ADA)));

    List<DirectoryTarget.Creation> answers =
        target.create(List.of(account(ADA), account(BOB), account(CAROL)));

    assertEquals(Kind.CONFLICT, answers.get(0).problem().kind());
    assertEquals(Kind.CONFLICT, answers.get(1).problem().kind());
    assertNull(answers.get(2).problem());
    assertEquals("", answers.get(0).userKey());
    assertEquals(Optional.empty(), target.account(BOB));
  }

  @Test
  public void renamingKeepsKeyAttributesAndMemberships() {
    DirectoryTarget target = staffed(ADA, BOB);
    String key = target.keyOf(ADA);

    target.rename(ADA, CAROL);

    assertEquals(Optional.of(account(ADA).named(CAROL)), target.account(CAROL));
    assertEquals(Optional.empty(), target.account(ADA));
    assertEquals(key, target.keyOf(CAROL));
    assertEquals(Optional.of(CAROL), target.nameOfKey(key));
    assertEquals(List.of(BOB, CAROL), all(target.members(STAFF)));
    assertEquals(NameHolder.FREE, target.holderOf(ADA));
    assertEquals(NameHolder.TARGET, target.holderOf(CAROL));
  }

  @Test
  public void namesAreSwappedOverAThirdName() {
    DirectoryTarget target = staffed(ADA, BOB);
    String keyOfAda = target.keyOf(ADA);
    AccountName between = new AccountName("between");

    target.rename(ADA, between);
    target.rename(BOB, ADA);
    target.rename(between, BOB);

    assertEquals(keyOfAda, target.keyOf(BOB));
    assertEquals(List.of(ADA, BOB), all(target.members(STAFF)));
  }

  @Test
  public void theSpellingOfANameCanBeChanged() {
    DirectoryTarget target = staffed(BOB);

    target.rename(BOB, new AccountName("BOB"));

    assertEquals("BOB", target.account(BOB).orElseThrow().name().value());
    assertEquals(List.of(BOB), all(target.members(STAFF)));
  }

  @Test
  public void anAccountIsMadeBesideThatOfAnotherDirectory_onlyWhenAskedFor() {
    holdElsewhere(BOB);
    DirectoryTarget target = open();
    target.create(List.of(account(ADA)));
    String key = target.keyOf(BOB);

    List<DirectoryTarget.Creation> answers =
        target.createBeside(List.of(account(ADA), account(BOB)));

    assertEquals(Kind.CONFLICT, answers.get(0).problem().kind());
    assertNull(answers.get(1).problem());
    assertEquals(key, answers.get(1).userKey());
    assertEquals(account(BOB).email(), target.account(BOB).orElseThrow().email());
    assertEquals(NameHolder.TARGET, target.holderOf(BOB));
    assertTrue(target.isHeldElsewhere(BOB));
    assertFalse(target.isHeldElsewhere(ADA));
  }

  @Test
  public void nobodyIsRenamedToANameThatIsNotFree() {
    AccountName elsewhere = new AccountName("elsewhere");
    AccountName former = new AccountName("former");
    holdElsewhere(elsewhere);
    DirectoryTarget first = staffed(ADA, BOB);
    first.create(List.of(account(former)));
    deleteByHand(former);
    DirectoryTarget target = open();

    for (AccountName taken : List.of(BOB, elsewhere, former)) {
      assertEquals(Kind.CONFLICT, refusal(() -> target.rename(ADA, taken)).kind());
    }
    assertEquals(Kind.NOT_FOUND, refusal(() -> target.rename(former, CAROL)).kind());
    assertEquals(List.of(ADA, BOB), all(target.members(STAFF)));
  }

  @Test
  public void anUpdateChangesWhatItNamesAndNothingElse() {
    DirectoryTarget target = staffed(ADA);
    target.setActive(ADA, false);

    target.update(
        ADA,
        Map.of(Attributes.EMAIL, account(ADA).email()),
        Map.of(Attributes.EMAIL, "new@example.com"));

    Account wanted = new Account(ADA, account(ADA).displayName(), "new@example.com", false);
    assertEquals(Optional.of(wanted), target.account(ADA));
    assertEquals(List.of(ADA), all(target.members(STAFF)));
  }

  @Test
  public void aDisplayNameCanBecomeAnother() {
    DirectoryTarget target = staffed(ADA);

    target.update(
        ADA,
        Map.of(Attributes.DISPLAY_NAME, account(ADA).displayName()),
        Map.of(Attributes.DISPLAY_NAME, "Ada King, Countess of Lovelace"));

    Account wanted = new Account(ADA, "Ada King, Countess of Lovelace", account(ADA).email(), true);
    assertEquals(Optional.of(wanted), target.account(ADA));
  }

  @Test
  public void aValueThatIsNeitherBeforeNorAfterIsLeftAlone() {
    DirectoryTarget target = staffed(ADA);

    TargetException refusal =
        refusal(
            () ->
                target.update(
                    ADA,
                    Map.of(Attributes.EMAIL, "planned-from@example.com"),
                    Map.of(Attributes.EMAIL, "new@example.com")));

    assertEquals(Kind.CHANGED_SINCE, refusal.kind());
    assertEquals(Optional.of(account(ADA)), target.account(ADA));
  }

  @Test
  public void workThatIsDoneAlreadyIsNotWrittenAgain() {
    DirectoryTarget target = staffed(ADA);
    long before = writes();

    target.update(
        ADA,
        Map.of(Attributes.EMAIL, "planned-from@example.com"),
        Map.of(Attributes.EMAIL, account(ADA).email()));
    target.setActive(ADA, true);
    target.rename(ADA, ADA);
    assertEquals(Map.of(), target.addMembers(STAFF, List.of(ADA)));
    target.removeMember(STAFF, BOB);
    target.removeMember(new GroupName("no such group"), ADA);

    assertEquals(before, writes());
  }

  @Test
  public void switchingOffKeepsMemberships() {
    DirectoryTarget target = staffed(ADA);

    target.setActive(ADA, false);

    assertEquals(Optional.of(account(ADA).withActive(false)), target.account(ADA));
    assertEquals(List.of(ADA), all(target.members(STAFF)));
  }

  @Test
  public void whatIsGoneCannotBeChanged() {
    DirectoryTarget target = open();

    assertEquals(Kind.NOT_FOUND, refusal(() -> target.setActive(BOB, false)).kind());
    assertEquals(
        Kind.NOT_FOUND,
        refusal(() -> target.update(BOB, Map.of(), Map.of(Attributes.EMAIL, "x@y"))).kind());
  }

  /** An account as the tests make them. */
  protected static Account account(AccountName name) {
    return new Account(name, "Name of " + name, name.key().length() + "@example.com", true);
  }

  /** The directory with the group {@code Staff} and these people in it. */
  DirectoryTarget staffed(AccountName... people) {
    DirectoryTarget target = open();
    List<AccountName> names = List.of(people);
    target.create(names.stream().map(DirectoryTargetContract::account).toList());
    target.createGroup(STAFF);
    assertEquals(Map.of(), target.addMembers(STAFF, names));
    return target;
  }

  static TargetException refusal(ThrowingRunnable change) {
    return assertThrows(TargetException.class, change);
  }

  static <T> List<T> all(Cursor<T> cursor) {
    List<T> values = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(values::add);
    }
    return values;
  }
}
