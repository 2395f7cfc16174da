package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncRun.Extent;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Objects of Assets are kept by the same runs as accounts. */
public class ObjectRunTest {
  private static final Extent ASSETS = new Extent(Extent.ASSETS, 0);
  private static final Extent DIRECTORY = new Extent(Extent.DIRECTORY, 0);
  private static final String MAPPING =
      "key:id=Okta ID\n"
          + "map:profile.displayName=Name\n"
          + "map:profile.email=Account\n"
          + "map:groups=Groups|Name=${groups}\n"
          + "config:section=groups\n"
          + "Groups:\n"
          + "key:id=Okta ID\n"
          + "map:profile.name=Name\n"
          + "config:data_source=/api/v1/groups\n";

  private final SyncWorld world = SyncWorld.unguarded();
  private final AssetsWorld assets = world.assets.world();
  private AssetsHand hand;
  private String schema;

  @Before
  public void makeSchema() {
    schema = assets.addSchema("OKT", "Okta");
    String groups = assets.addType(schema, "Groups").id();
    assets.addAttribute(groups, NewAttribute.of("Okta ID", AttributeType.TEXT));
    String users = assets.addType(schema, "Users").id();
    assets.addAttribute(users, NewAttribute.of("Okta ID", AttributeType.TEXT));
    assets.addAttribute(users, NewAttribute.of("Account", AttributeType.USER));
    assets.addAttribute(users, NewAttribute.of("Status", AttributeType.STATUS));
    assets.addAttribute(
        users, NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(groups));
    assets.addStatus(schema, "Not in Okta");
    hand = new AssetsHand(new InMemoryAssets(assets, schema));
    world.keepObjects(schema, MAPPING);
    world.change("{\"guardrails\":{\"maxRetirements\":{\"count\":1000,\"percent\":100}}}");
    groupsOfOkta();
  }

  /** The list of groups holds what the groups of memberships are. */
  private void groupsOfOkta() {
    world.source.lists().list("/api/v1/groups", group("g1", "Staff"));
    world.source.person("1", "ann").person("2", "bob").group("g1", "Staff", "1", "2");
  }

  private static SourceValue.Fields group(String id, String name) {
    return new SourceValue.Fields(
        Map.of(
            "id", new SourceValue.Text(id),
            "profile", new SourceValue.Fields(Map.of("name", new SourceValue.Text(name)))));
  }

  private static TargetException refusal(Kind kind) {
    return new TargetException(kind, Message.of("test-fault"), null);
  }

  private static long objects(SyncRun run, Tally tally) {
    return run.counts().get(EntityKind.OBJECT, tally);
  }

  private static List<String> codes(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  private boolean hasAccount(String name) {
    return world.directory.account(new AccountName(name)).isPresent();
  }

  private void assertQuiet() {
    long writes = assets.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(writes, assets.writes());
    assertEquals(0, run.counts().written());
    assertEquals(3, objects(run, Tally.UNCHANGED));
  }

  @Test
  public void oneRunMakesAccountsAndTheObjectsThatNameThem() {
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(3, objects(run, Tally.CREATED));
    assertEquals(
        List.of(
            "{Account=ann, Groups=Staff, Name=Name of ann, Okta ID=1}",
            "{Account=bob, Groups=Staff, Name=Name of bob, Okta ID=2}"),
        hand.lines("Users"));
    assertEquals(List.of("{Name=Staff, Okta ID=g1}"), hand.lines("Groups"));
    assertQuiet();
  }

  @Test
  public void aDryRunWritesNothingAndItsPlanIsAppliedLater() {
    SyncRun dry = world.dryRun();
    assertEquals(3, dry.planned().get(EntityKind.OBJECT, Tally.CREATED));
    assertEquals(List.of(), hand.lines("Users"));
    assertEquals(0, world.objects.count(world.connectionId()));
    SyncRun run = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(2, hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void anAssetsThatDoesNotAnswerHarmsNoAccount() {
    assets.faults().failEverything(refusal(Kind.FATAL));
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertTrue(hasAccount("ann"));
    assertTrue(codes(run).contains("assets-left-out"));
    assertEquals(0, objects(run, Tally.CREATED));
    assets.faults().clear();
    SyncRun next = world.incremental();
    assertEquals(SyncRun.FULL, next.mode());
    assertEquals(3, objects(next, Tally.CREATED));
    assertEquals(SyncRun.INCREMENTAL, world.incremental().mode());
  }

  @Test
  public void anAssetsThatBreaksOffEndsTheRunAsPartlyDone() {
    assets.faults().failBefore(AssetsCall.CREATE, 2, () -> refusal(Kind.FATAL));
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals("test-fault", run.message().code());
    assertTrue(hasAccount("bob"));
    assertEquals(1, objects(run, Tally.CREATED));
    assertEquals(SyncRun.FULL, world.incremental().mode());
    assertEquals(2, hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void aRunMayBeAboutOnePartAlone() {
    SyncRun directory = world.run(SyncRun.FULL, false, DIRECTORY);
    assertTrue(hasAccount("ann"));
    assertEquals(List.of(), hand.lines("Users"));
    assertEquals(DIRECTORY, world.stored(directory).extent());
    world.source.person("3", "eve");
    SyncRun objects = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(RunState.SUCCEEDED, objects.state());
    assertFalse(hasAccount("eve"));
    assertEquals(3, hand.lines("Users").size());
    assertTrue(codes(objects).contains("assets-user-unknown"));
  }

  @Test
  public void aRunOfObjectsAloneIsRefusedWhileTheyAreOffAndFailsWithoutAssets() {
    assets.faults().failEverything(refusal(Kind.FATAL));
    assertEquals(RunState.FAILED, world.run(SyncRun.FULL, false, ASSETS).state());
    world.change("{\"assets\":{\"enabled\":false}}");
    RunRefusedException refused =
        assertThrows(RunRefusedException.class, () -> world.run(SyncRun.FULL, false, ASSETS));
    assertEquals("assets-off", refused.problem().code());
    assertEquals("nothing of it is said", List.of(), codes(world.sync()));
  }

  @Test
  public void aTestLooksAtAFewAndMissesNobody() {
    world.sync();
    world.source.lists().list("/api/v1/users", user("1", "ann"));
    world.source.lists().list("/api/v1/users/1/groups", group("g1", "Staff"));
    SyncRun test = world.run(SyncRun.FULL, false, new Extent(Extent.ASSETS, 1));
    assertEquals(RunState.SUCCEEDED, test.state());
    assertEquals(0, objects(test, Tally.RETIRED));
    assertEquals(2, objects(test, Tally.UNCHANGED));
  }

  private static SourceValue.Fields user(String id, String login) {
    return new SourceValue.Fields(
        Map.of(
            "id",
            new SourceValue.Text(id),
            "status",
            new SourceValue.Text("ACTIVE"),
            "profile",
            new SourceValue.Fields(
                Map.of(
                    "email", new SourceValue.Text(login + "@example.com"),
                    "displayName", new SourceValue.Text("Name of " + login)))));
  }

  @Test
  public void manyMissingObjectsHoldTheRunUntilSomebodyApproves() {
    world.sync();
    world.change("{\"guardrails\":{\"maxRetirements\":{\"count\":0}}}");
    world.source.deletePerson("2");
    SyncRun held = world.sync();
    assertEquals(RunState.HELD, held.state());
    assertEquals(
        List.of("maxRetirements"),
        held.breaches().stream().map(GuardrailBreach::guardrail).toList());
    assertEquals(0, retired());
    world.control.approve(held.id(), "boss");
    assertEquals(RunState.SUCCEEDED, world.stored(held).state());
    assertEquals(1, retired());
  }

  private long retired() {
    return hand.lines("Users").stream().filter(line -> line.contains("Not in Okta")).count();
  }

  @Test
  public void whoeverIsBackWhenAStoredPlanIsAppliedIsSpared() {
    world.sync();
    world.source.deletePerson("2");
    SyncRun dry = world.dryRun();
    world.source.person("2", "bob");
    SyncRun run = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(0, retired());
    assertEquals(1, objects(run, Tally.SKIPPED));
  }

  @Test
  public void missingPeopleAreRetiredByFullRunsAlone() {
    world.sync();
    world.source.deletePerson("2");
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertEquals(0, retired());
    world.sync();
    assertEquals(1, retired());
  }

  @Test
  public void whatChangedIsWrittenByAnIncrementalRun() {
    world.sync();
    world.source.person("2", "bob", "ACTIVE", "bob@example.com", "Robert");
    world.source.lists().list("/api/v1/users/2/groups", group("g1", "Staff"));
    int read = assets.faults().count(AssetsCall.READ_PAGE);
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertEquals(1, objects(delta, Tally.UPDATED));
    assertEquals(read, assets.faults().count(AssetsCall.READ_PAGE));
    assertTrue(hand.lines("Users").get(1).contains("Name=Robert"));
    assertQuiet();
  }

  @Test
  public void whoseGroupsChangedIsLookedAtByAnIncrementalRun() {
    world.source.lists().list("/api/v1/groups", group("g1", "Staff"), group("g2", "Sales"));
    world.source.group("g2", "Sales");
    world.sync();
    world.source.group("g2", "Sales", "2");
    world.source.lists().list("/api/v1/users/2/groups", group("g1", "Staff"), group("g2", "Sales"));
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertTrue(hand.lines("Users").get(1).contains("Groups=Sales;Staff"));
  }

  @Test
  public void aNodeThatDiesInMidImportLeavesNoSecondObject() {
    for (int write = 1; write <= 3; write++) {
      ObjectRunTest other = new ObjectRunTest();
      other.makeSchema();
      other.dieAndResume(write);
    }
  }

  private void dieAndResume(int write) {
    assets.faults().failAfterWrite(assets.faults().writesSoFar() + write, world.death());
    SyncRun dead = world.sync();
    world.reviveElsewhere();
    world.resumeDue();
    SyncRun resumed = world.latest();
    assertEquals(dead.id(), resumed.origin().resumedFrom());
    assertEquals(RunState.SUCCEEDED, resumed.state());
    assertEquals(2, hand.lines("Users").size());
    assertEquals(1, hand.lines("Groups").size());
    assertTrue(
        "what the dead run made is ours",
        world.objects.all().stream().allMatch(link -> link.origin() == ObjectLink.Origin.CREATED));
    assertQuiet();
  }

  @Test
  public void aPersonWhoseObjectFailedIsLookedAtAgain() {
    assets.faults().failBefore(AssetsCall.CREATE, 2, () -> refusal(Kind.INVALID));
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(1, objects(run, Tally.FAILED));
    world.source.lists().list("/api/v1/users/1/groups", group("g1", "Staff"));
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertEquals(2, hand.lines("Users").size());
    assertQuiet();
  }

  @Test
  public void namesThatAssetsRefusesAreWrittenOtherwise_countedAndTold() {
    assets.refuseNames();
    world.source.person("1", "ann", "ACTIVE", "ann@example.com", "Dr. Ann: \"Annie\"");
    world.source.lists().list("/api/v1/groups", group("g1", "R&D; core?"));
    world.source.group("g1", "R&D; core?", "1", "2");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(List.of(Message.of("assets-names-changed", 2L)), run.notices());
    assertEquals(run.notices(), world.stored(run).notices());
    assertEquals(List.of("{Name=R&D core, Okta ID=g1}"), hand.lines("Groups"));
    assertEquals(
        "{Account=ann, Groups=R&D core, Name=Dr Ann Annie, Okta ID=1}", hand.lines("Users").get(0));
    assertQuiet();
    assertEquals("whoever is called so already is not told of", List.of(), world.sync().notices());
    world.source.person("2", "bob", "ACTIVE", "bob@example.com", "Bob?");
    world.source.lists().list("/api/v1/users/2/groups", group("g1", "R&D; core?"));
    SyncRun delta = world.incremental();
    assertEquals(List.of(Message.of("assets-names-changed", 1L)), delta.notices());
    assertTrue(hand.lines("Users").get(1).contains("Name=Bob,"));
  }

  @Test
  public void aGroupThatAssetsRefused_costsItsMembersNothingElse_andIsAskedForAgain() {
    String groups = assets.schema(schema).type("Groups").orElseThrow().id();
    assets.demand(groups, "Name", "(?!Staff).*");
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(2, objects(run, Tally.CREATED));
    assertEquals(1, objects(run, Tally.FAILED));
    assertTrue(codes(run).contains("assets-references-left"));
    assertEquals(
        List.of(
            "{Account=ann, Name=Name of ann, Okta ID=1}",
            "{Account=bob, Name=Name of bob, Okta ID=2}"),
        hand.lines("Users"));
    var told =
        world.journal.changes(
            run.id(), new JournalQuery("object", "create", "APPLIED", "Name of", 0, 9));
    assertEquals(2, told.total());
    assertEquals("assets-reference-lost", told.values().get(0).message().code());
    assets.demand(groups, "Name", ".*");
    world.source.lists().list("/api/v1/users/1/groups", group("g1", "Staff"));
    world.source.lists().list("/api/v1/users/2/groups", group("g1", "Staff"));
    world.incremental();
    SyncRun delta = world.incremental();
    assertEquals(SyncRun.INCREMENTAL, delta.mode());
    assertTrue(hand.lines("Users").get(1).contains("Groups=Staff"));
    assertQuiet();
  }

  @Test
  public void whatIsGoneSinceThePlanIsLeftOutOfWhoRefersToIt_andTheRunIsPartial() {
    world.sync();
    world.source.person("3", "eve").group("g1", "Staff", "1", "2", "3");
    SyncRun dry = world.dryRun();
    hand.delete(hand.id("Groups", "Okta ID", "g1"));
    SyncRun run = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(0, objects(run, Tally.FAILED));
    assertEquals(1, objects(run, Tally.CREATED));
    assertTrue(codes(run).contains("assets-references-left"));
    world.sync();
    assertTrue(hand.lines("Users").toString().contains("Groups=Staff, Name=Name of eve"));
  }

  @Test
  public void undoingAnExchangeOfKeys_whereTheyAreUnique() {
    world.keepObjects(
        schema,
        MAPPING.replace(
            "key:id=Okta ID\nmap:profile.displayName=Name",
            "" + "key:profile.login=Okta ID\nmap:profile.displayName=Name"));
    String users = assets.schema(schema).type("Users").orElseThrow().id();
    var key = assets.type(users).attribute("Okta ID").orElseThrow();
    assets.put(
        users,
        new ObjectAttribute(
            key.id(), key.name(), key.type(), true, false, 0, 1, true, "", List.of()));
    world.sync();
    List<String> before = hand.lines("Users");
    world.source.person("1", "bob", "ACTIVE", "ann@example.com", "Name of ann");
    world.source.person("2", "ann", "ACTIVE", "bob@example.com", "Name of bob");
    SyncRun run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(run.notices().toString(), 0, objects(run, Tally.FAILED));
    assertNotEquals(before, hand.lines("Users"));
    SyncRun undone = world.undo(run);
    assertEquals(RunState.SUCCEEDED, undone.state());
    assertEquals(before, hand.lines("Users"));
  }

  @Test
  public void aListThatIsNotOfferedIsANotice() {
    world.source.lists().withoutFeature("/api/v1/groups");
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertTrue(codes(run).contains("assets-list-missing"));
    assertEquals(2, hand.lines("Users").size());
    assertEquals("a group may still come", List.of(), hand.lines("Groups"));
  }

  @Test
  public void aListThatBreaksOffMakesTheRunPartlyDoneAndMissesNothing() {
    world.sync();
    world.source.lists().list("/api/v1/groups", group("g0", "Alpha"), group("g9", "Other"));
    world.source.lists().breakOff("/api/v1/groups");
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    assertEquals(0, objects(run, Tally.RETIRED));
  }

  @Test
  public void twoOfOneKeyAreLeftAloneAndSaidOnce() {
    hand.put("Groups", Map.of("Name", "one", "Okta ID", "g1"));
    hand.put("Groups", Map.of("Name", "two", "Okta ID", "g1"));
    SyncRun run = world.sync();
    assertEquals(1, left(run));
    assertEquals(0, left(world.sync()));
    assertEquals(1, world.findings.standing(world.connectionId()).size());
    assertEquals(0, left(world.incremental()));
    assertEquals(1, world.findings.standing(world.connectionId()).size());
    hand.delete(hand.id("Groups", "Name", "two"));
    world.sync();
    assertEquals(0, world.findings.standing(world.connectionId()).size());
  }

  private long left(SyncRun run) {
    return world
        .journal
        .changes(run.id(), new JournalQuery("object", "leave", "", "", 0, 10))
        .total();
  }

  @Test
  public void whatWouldNotComeOutAsMeantIsToldAndCountedByADryRun() {
    world.keepObjects(schema, MAPPING.replace("profile.email=Account", "profile.login=Floor"));
    String users = assets.schema(schema).type("Users").orElseThrow().id();
    assets.addAttribute(users, NewAttribute.of("Floor", AttributeType.INTEGER));
    hand.put("Groups", Map.of("Name", "Staff", "Okta ID", "other"));
    hand.put("Groups", Map.of("Name", "Staff", "Okta ID", "another"));
    hand.put("Users", Map.of("Name", "one", "Okta ID", "1"));
    hand.put("Users", Map.of("Name", "two", "Okta ID", "1"));
    SyncRun dry = world.dryRun();
    assertTrue(
        dry.notices().toString(),
        dry.notices()
            .contains(new Message("assets-value-mismatch", List.of("Users", "Floor", "1", "bob"))));
    assertTrue(
        dry.notices().toString(),
        dry.notices()
            .contains(
                new Message("assets-reference-several", List.of("Users", "Groups", "1", "Staff"))));
    assertEquals("a key that two have", 1, left(dry));
    assertEquals(0, assets.writes());
  }

  @Test
  public void changesAreFoundByTheirNameAndType() {
    SyncRun run = world.sync();
    var page =
        world.journal.changes(
            run.id(), new JournalQuery("object", "create", "", "Name of a", 0, 9));
    assertEquals(1, page.total());
    var row = page.values().get(0).change().row();
    assertEquals("Users", row.object());
    assertEquals("1", row.key());
    assertEquals("1", row.sourceId());
    assertEquals(RunOutcome.APPLIED, page.values().get(0).outcome());
    assertNotEquals("", run.fingerprint());
  }

  @Test
  public void undoingArchivesWhatWasMadeAndTheNextSyncBringsItBack() {
    SyncRun run = world.sync();
    SyncRun undone = world.undo(run);
    assertEquals(RunState.SUCCEEDED, undone.state());
    assertTrue(hand.lines("Users").stream().allMatch(line -> line.endsWith("archived")));
    assertTrue(hand.lines("Groups").stream().allMatch(line -> line.endsWith("archived")));
    assertEquals(3, objects(undone, Tally.RETIRED));
    assertEquals("a second undo has nothing to do", 0, world.undo(run).counts().written());
    world.sync();
    assertEquals(2, hand.lines("Users").size());
    assertFalse(hand.lines("Users").toString().contains("archived"));
  }

  @Test
  public void whatOnlyOthersReferToComesBackFromTheArchiveToo() {
    world.keepObjects(schema, MAPPING.substring(0, MAPPING.indexOf("Groups:")));
    world.undo(world.sync());
    assertTrue(hand.lines("Groups").toString().contains("archived"));
    SyncRun again = world.sync();
    assertEquals(RunState.SUCCEEDED, again.state());
    assertEquals(0, objects(again, Tally.FAILED));
    assertEquals(List.of("{Name=Staff}"), hand.lines("Groups"));
    assertTrue(hand.lines("Users").get(0).contains("Groups=Staff"));
  }

  @Test
  public void undoingBringsValuesBackAndSparesWhatChangedSince() {
    world.sync();
    world.source.person("1", "ann", "ACTIVE", "ann@example.com", "Anna");
    world.source.person("2", "bob", "ACTIVE", "bob@example.com", "Robert");
    SyncRun run = world.sync();
    hand.edit(hand.id("Users", "Okta ID", "2"), "Name", "Bobby");
    SyncRun undone = world.undo(run);
    assertTrue(hand.lines("Users").get(0).contains("Name=Name of ann"));
    assertTrue(hand.lines("Users").get(1).contains("Name=Bobby"));
    assertEquals(1, objects(undone, Tally.UPDATED));
    assertEquals(1, left(undone));
  }

  @Test
  public void undoingARetirementBringsTheStatusBack() {
    world.sync();
    hand.edit(hand.id("Users", "Okta ID", "2"), "Status", "Active");
    world.source.deletePerson("2");
    SyncRun run = world.sync();
    assertEquals(1, retired());
    world.undo(run);
    assertEquals(0, retired());
    assertTrue(hand.lines("Users").get(1).contains("Status=Active"));
  }

  @Test
  public void undoingGoesOnWithoutAssets() {
    SyncRun run = world.sync();
    assets.faults().failEverything(refusal(Kind.FATAL));
    SyncRun undone = world.undo(run);
    assertEquals(RunState.PARTIAL, undone.state());
    assertTrue(codes(undone).contains("assets-left-out"));
    assertFalse(world.directory.account(new AccountName("ann")).orElseThrow().active());
  }

  @Test
  public void whoLeavesTheScopeIsMissing_andWhomTheListForgotIsNot() {
    world.sync();
    world.source.person("3", "eve").group("g2", "Few", "1");
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g1\"]}}");
    SyncRun run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(0, objects(run, Tally.RETIRED));
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g2\"]}}");
    run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(1, objects(run, Tally.RETIRED));
    assertEquals(0, objects(run, Tally.SKIPPED));
    assertTrue(hand.lines("Users").get(1).contains("Status=Not in Okta"));
    assertFalse(hand.lines("Users").get(0).contains("Status"));
    var page = world.journal.changes(run.id(), new JournalQuery("object", "retire", "", "", 0, 9));
    assertEquals("assets-object-gone", page.values().get(0).change().row().reason());
  }

  @Test
  public void whoIsInTheScopeAgainWhenAStoredPlanIsAppliedIsSpared() {
    world.sync();
    world.source.group("g2", "Few", "1");
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g2\"]}}");
    SyncRun dry = world.run(SyncRun.FULL, true, ASSETS);
    assertEquals(1, dry.planned().get(EntityKind.OBJECT, Tally.RETIRED));
    world.source.group("g2", "Few", "1", "2");
    SyncRun run = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(0, objects(run, Tally.RETIRED));
    assertEquals(1, objects(run, Tally.SKIPPED));
  }

  @Test
  public void aGroupThatASearchLeavesOutIsMissing_oneThatIsOnlyNotListedIsNot() {
    String groups = assets.schema(schema).type("Groups").orElseThrow().id();
    assets.addAttribute(groups, NewAttribute.of("Status", AttributeType.STATUS));
    world.source.group("g2", "Sales");
    world.source.lists().list("/api/v1/groups", group("g1", "Staff"), group("g2", "Sales"));
    world.sync();
    world.source.lists().list("/api/v1/groups", group("g1", "Staff"));
    SyncRun run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(0, objects(run, Tally.RETIRED));
    world.keepObjects(schema, MAPPING + "config:search=profile.name eq \"Staff\"\n");
    run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(1, objects(run, Tally.RETIRED));
    assertEquals(0, objects(run, Tally.SKIPPED));
  }

  @Test
  public void aLimitTakesSoManyNewOnesInARun_andTheNextGoesOn() {
    world.source.person("3", "eve").person("4", "joe").person("5", "kim");
    world.keepObjects(schema, MAPPING.replace("Groups:", "config:data_limit=2\nGroups:"));
    SyncRun first = world.run(SyncRun.FULL, false, ASSETS);
    assertTrue(codes(first).contains("assets-data-limit"));
    assertEquals(2, hand.lines("Users").size());
    world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(4, hand.lines("Users").size());
    world.source.deletePerson("1");
    assertEquals(0, objects(world.run(SyncRun.FULL, true, ASSETS), Tally.FAILED));
    SyncRun last = world.run(SyncRun.FULL, false, ASSETS);
    assertFalse(codes(last).contains("assets-data-limit"));
    assertEquals(5, hand.lines("Users").size());
    assertEquals("all are there: who is missing is missing", 1, objects(last, Tally.RETIRED));
  }

  @Test
  public void nothingIsMissingWhileALimitHoldsOthersBack() {
    world.sync();
    world.source.deletePerson("1");
    world.source.person("3", "eve").person("4", "joe");
    world.keepObjects(schema, MAPPING.replace("Groups:", "config:data_limit=1\nGroups:"));
    SyncRun run = world.run(SyncRun.FULL, false, ASSETS);
    assertEquals(1, objects(run, Tally.CREATED));
    assertEquals(0, objects(run, Tally.RETIRED));
  }

  @Test
  public void whatALimitHeldBackIsTakenByTheNextScheduledRunToo() {
    world.source.person("3", "eve");
    world.keepObjects(schema, MAPPING.replace("Groups:", "config:data_limit=1\nGroups:"));
    world.sync();
    assertEquals(1, hand.lines("Users").size());
    world.incremental();
    assertEquals(2, hand.lines("Users").size());
    world.incremental();
    assertEquals(3, hand.lines("Users").size());
    assertEquals(SyncRun.INCREMENTAL, world.incremental().mode());
  }
}
