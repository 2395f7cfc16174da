package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change.Attributes;
import org.oktasync.plan.NameHolder;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.DirectoryTarget.Creation;
import org.oktasync.target.DirectoryTargetContract;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The adapter keeps the port's promises over a Crowd with traps. */
public class JiraDirectoryTargetTest extends DirectoryTargetContract {
  private static final long TARGET = 10;
  private static final long OTHER = 20;
  private static final AccountName ADA = new AccountName("ada");
  private static final AccountName BOB = new AccountName("bob");

  private final FakeCrowd crowd = FakeCrowd.with(TARGET, OTHER);
  private final FakeDirectoryService directories = FakeDirectoryService.with(OTHER, TARGET);
  private final FakeUserKeys keys = new FakeUserKeys(crowd);
  private final FakeUserProperties properties = new FakeUserProperties();

  @Override
  protected DirectoryTarget open() {
    return new JiraDirectoryTarget(
        directories, crowd.manager(), keys, properties, TARGET, RecordedLog.unread());
  }

  @Override
  protected void holdElsewhere(AccountName name) {
    crowd.hold(OTHER, name.value());
  }

  @Override
  protected void holdElsewhere(GroupName name) {
    crowd.holdGroup(OTHER, name.value());
  }

  @Override
  protected void deleteByHand(AccountName name) {
    JiraCalls.order(name.value(), () -> crowd.removeUser(TARGET, name.value()));
  }

  @Override
  protected void nestByHand(GroupName parent) {
    crowd.holdGroup(TARGET, "child");
    crowd.nest(TARGET, parent.value(), "child");
  }

  @Override
  protected long writes() {
    return crowd.writes + properties.writes;
  }

  @Test
  public void accountsAreReadInChunks() {
    IntStream.range(0, 2 * AccountReader.CHUNK + 1).forEach(n -> crowd.hold(TARGET, "user" + n));
    DirectoryTarget target = open();

    List<Account> read = new ArrayList<>();
    target.accounts().forEachRemaining(read::add);

    assertEquals(2 * AccountReader.CHUNK + 1, read.size());
    assertEquals("one query for the names and one per chunk", 1 + 3, crowd.searches);
  }

  @Test
  public void namesAreAskedForOnceAndNotForEveryQuestion() {
    DirectoryTarget target = open();

    IntStream.range(0, 1000).forEach(n -> target.holderOf(new AccountName("user" + n)));

    assertEquals("one query per directory", 2, crowd.searches);
  }

  @Test
  public void aRefusalInBulkIsExplainedByASingleCall() {
    crowd.refusedInBulk.add("ada");

    List<Creation> answers = open().create(List.of(account(ADA), account(BOB)));

    assertEquals(Kind.INVALID, answers.get(0).problem().kind());
    assertEquals(
        List.of("ada", "refused by a rule of the directory"),
        answers.get(0).problem().problem().arguments());
    assertNull(answers.get(1).problem());
  }

  @Test
  public void accountsOfABulkCallWhoseAnswerWasLostCountAsMade() {
    DirectoryTarget target = open();
    crowd.answerOfNextBulkLost = true;

    List<Creation> answers = target.create(List.of(account(ADA)));

    assertNull(answers.get(0).problem());
    assertEquals(crowd.keys.get("ada"), answers.get(0).userKey());
  }

  @Test
  public void aStrangerWhoCameInBetweenIsNotTakenForOurs() throws Exception {
    DirectoryTarget target = open();
    target.holderOf(ADA);
    crowd.hold(TARGET, "ada");

    List<Creation> answers = target.create(List.of(account(ADA)));

    assertEquals(Kind.CONFLICT, answers.get(0).problem().kind());
  }

  @Test
  public void anAccountThatWasThereBeforeIsNotOursBecauseAnAnswerWasLost() {
    open().create(List.of(account(ADA)));
    DirectoryTarget target = open();
    crowd.answerOfNextBulkLost = true;

    List<Creation> answers = target.create(List.of(account(ADA)));

    assertEquals(Kind.CONFLICT, answers.get(0).problem().kind());
  }

  @Test
  public void theSameNameTwiceIsMadeOnce() {
    List<Creation> answers = open().create(List.of(account(ADA), account(new AccountName("ADA"))));

    assertNull(answers.get(0).problem());
    assertEquals(Kind.CONFLICT, answers.get(1).problem().kind());
  }

  @Test
  public void membersOfABulkCallWhoseAnswerWasLostCountAsAdded() {
    DirectoryTarget target = open();
    target.create(List.of(account(ADA)));
    GroupName staff = new GroupName("staff");
    target.createGroup(staff);
    crowd.answerOfNextBulkLost = true;

    assertEquals(Map.of(), target.addMembers(staff, List.of(ADA)));
  }

  @Test
  public void anUpdateKeepsWhatThePortDoesNotShow() throws Exception {
    UserTemplate user = new UserTemplate("ada", TARGET);
    user.setActive(true);
    user.setExternalId("given by Crowd");
    user.setFirstName("Ada");
    user.setLastName("King");
    user.setDisplayName("Ada K.");
    crowd.users.get(TARGET).put("ada", user);

    open().update(ADA, Map.of(), Map.of(Attributes.EMAIL, "ada@example.com"));

    User stored = crowd.findUserByName(TARGET, "ada");
    assertEquals("given by Crowd", stored.getExternalId());
    assertEquals("Ada", stored.getFirstName());
    assertEquals("King", stored.getLastName());
    assertEquals("Ada K.", stored.getDisplayName());
    assertEquals("ada@example.com", stored.getEmailAddress());
    assertTrue(stored.isActive());
  }

  @Test
  public void firstAndLastNameFollowTheDisplayName() throws Exception {
    DirectoryTarget target = open();
    target.create(List.of(new Account(ADA, "Ada King", "", true)));

    target.update(
        ADA,
        Map.of(Attributes.DISPLAY_NAME, "Ada King"),
        Map.of(Attributes.DISPLAY_NAME, "Augusta Ada Lovelace"));

    User stored = crowd.findUserByName(TARGET, "ada");
    assertEquals("Augusta", stored.getFirstName());
    assertEquals("Ada Lovelace", stored.getLastName());
  }

  @Test
  public void aValueLongerThanTheColumnIsDoneWhenItsBeginningIsStored() {
    DirectoryTarget target = open();
    String wanted = "x".repeat(300);
    target.create(List.of(new Account(ADA, wanted, "", true)));
    long before = writes();

    target.update(
        ADA, Map.of(Attributes.DISPLAY_NAME, ""), Map.of(Attributes.DISPLAY_NAME, wanted));

    assertEquals(before, writes());
    assertEquals(255, target.account(ADA).orElseThrow().displayName().length());
  }

  @Test
  public void anAccountThatSharesItsNameIsNotRenamed() {
    crowd.hold(TARGET, "ada");
    crowd.hold(OTHER, "ada");

    TargetException refusal = assertThrows(TargetException.class, () -> open().rename(ADA, BOB));

    assertEquals(Kind.CONFLICT, refusal.kind());
    assertEquals("account-name-shared", refusal.problem().code());
  }

  @Test
  public void aNameTakenSinceTheTargetWasOpenedIsSeenBeforeARename() {
    crowd.hold(TARGET, "ada");
    DirectoryTarget target = open();
    target.holderOf(BOB);
    crowd.hold(OTHER, "bob");

    assertEquals(
        Kind.CONFLICT, assertThrows(TargetException.class, () -> target.rename(ADA, BOB)).kind());
  }

  @Test
  public void withoutTheKeyTableNoNameCountsAsFree() {
    keys.knowsFormerUsers = false;

    assertEquals(NameHolder.FORMER_USER, open().holderOf(ADA));
  }

  @Test
  public void aNameStoredDecomposedIsFoundByItsComposedForm() {
    crowd.hold(TARGET, "Jo\u0308rg");
    DirectoryTarget target = open();
    AccountName composed = new AccountName("j\u00f6rg");

    assertEquals(NameHolder.TARGET, target.holderOf(composed));
    assertEquals(Optional.of(composed), target.account(composed).map(Account::name));
  }

  @Test
  public void aDirectoryThatIsNotInJirasListIsUnusable() {
    directories.directories.clear();

    assertEquals(
        Kind.FATAL, assertThrows(TargetException.class, () -> open().holderOf(ADA)).kind());
  }

  @Test
  public void anotherDirectoryThatCannotBeReadStopsEverything() {
    directories.directories.add(FakeDirectoryService.internal(30, "Old LDAP"));

    TargetException failure = assertThrows(TargetException.class, () -> open().holderOf(ADA));

    assertEquals(Kind.FATAL, failure.kind());
    assertEquals("directory-unreadable", failure.problem().code());
    assertEquals("Old LDAP", failure.problem().arguments().get(0));
  }
}
