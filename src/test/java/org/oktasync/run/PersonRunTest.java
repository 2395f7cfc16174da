package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.run.person.GroupReason;
import org.oktasync.run.person.PersonControl;
import org.oktasync.run.person.PersonPreview;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.run.read.OnePerson;
import org.oktasync.source.SourceException;

/** Runs about one person. */
public class PersonRunTest {
  private static SyncRun run(SyncWorld world, String id, boolean additionsOnly, boolean dryRun) {
    OnePerson one = new OnePerson(new ExternalId(id), additionsOnly);
    return world.stored(
        world.control.start(
            SyncRequest.ofPerson(world.connectionId(), "manual", "operator", dryRun, one)));
  }

  private static SyncRun sync(SyncWorld world, String id) {
    return run(world, id, false, false);
  }

  private static Account account(SyncWorld world, String name) {
    return world.directory.account(new AccountName(name)).orElse(null);
  }

  private static Set<String> groups(SyncWorld world, String name) {
    return world.directory.groupsOf(new AccountName(name)).stream()
        .map(GroupName::value)
        .collect(Collectors.toSet());
  }

  @Test
  public void somebodyNewGetsTheirAccountAndGroups_andNobodyElseDoes() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    SyncRun run = sync(world, "1");
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("person", run.mode());
    assertEquals(Set.of("team"), groups(world, "ann"));
    assertEquals(null, account(world, "bob"));
    SyncRun full = world.sync();
    assertEquals(1, full.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(1, full.counts().get(EntityKind.MEMBERSHIP, Tally.ADDED));
  }

  @Test
  public void aMoverIsFollowed_othersWaitForTheirRun_andTheTokenStaysWhereItWas() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").person("2", "bob");
    world.source.group("g", "old", "1", "2").group("h", "new");
    world.sync();
    world.source.person("1", "ann", "ACTIVE", "ann@new.org", "Ann New");
    world.source.person("2", "bob", "ACTIVE", "bob@new.org", "Bob New");
    world.source.group("g", "old").group("h", "new", "1", "2");
    SyncRun run = sync(world, "1");
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("ann@new.org", account(world, "ann").email());
    assertEquals(Set.of("new"), groups(world, "ann"));
    assertEquals(Set.of("old"), groups(world, "bob"));
    assertEquals("bob@example.com", account(world, "bob").email());
    world.incremental();
    assertEquals(Set.of("new"), groups(world, "bob"));
    assertEquals("bob@new.org", account(world, "bob").email());
  }

  @Test
  public void whoIsGoneIsTreatedByTheSamePolicy() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.deletePerson("1").deletePerson("2");
    SyncRun run = sync(world, "1");
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertFalse(account(world, "ann").active());
    assertTrue(account(world, "bob").active());
  }

  @Test
  public void aLimitHoldsARunAboutOnePersonToo() {
    SyncWorld world = SyncWorld.guarded();
    for (int i = 0; i < 30; i++) {
      world.source.person("" + i, "p" + i);
    }
    world.sync();
    world.change("{\"guardrails\":{\"maxDeactivations\":{\"count\":0,\"percent\":0}}}");
    world.source.status("1", "SUSPENDED");
    SyncRun run = sync(world, "1");
    assertEquals(RunState.HELD, run.state());
    assertTrue(account(world, "p1").active());
  }

  @Test
  public void aDryRunWritesNothing_andItsPlanCanBeApplied() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").group("g", "team", "1");
    SyncRun dry = run(world, "1", false, true);
    assertEquals(0, world.directory.writes());
    SyncRun applied = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertEquals(applied.message() + "", RunState.SUCCEEDED, applied.state());
    assertEquals(Set.of("team"), groups(world, "ann"));
  }

  @Test
  public void additionsAloneTakeNothingAway() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").group("g", "old", "1").group("h", "new");
    world.sync();
    world.source.group("g", "old").group("h", "new", "1");
    run(world, "1", true, false);
    assertEquals(Set.of("old", "new"), groups(world, "ann"));
    world.source.status("1", "SUSPENDED");
    SyncRun left = run(world, "1", true, false);
    assertEquals(0, left.counts().get(EntityKind.USER, Tally.DEACTIVATED));
    assertTrue(account(world, "ann").active());
  }

  @Test
  public void aGroupThatIsRenamedKeepsItsNameInARunAboutOnePerson() {
    SyncWorld world = SyncWorld.unguarded();
    world.change("{\"groups\":{\"renamed\":\"copy\"}}");
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    world.sync();
    world.source.group("g", "crew", "1", "2");
    sync(world, "1");
    assertEquals(Set.of("team"), groups(world, "ann"));
    assertEquals(Set.of("team"), groups(world, "bob"));
  }

  @Test
  public void whenTheSourceIsSilentTheRunFailsAndNothingChanges() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann");
    world.sync();
    long writes = world.directory.writes();
    world.source.lookupsFail(
        new SourceException(
            SourceException.Kind.RETRY, org.oktasync.model.Message.of("test-down"), null));
    assertEquals(RunState.FAILED, sync(world, "1").state());
    assertEquals(writes, world.directory.writes());
  }

  @Test
  public void anInterruptedRunIsNotTakenUp() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1");
    world.directory.faults().failBeforeWrite(2, world.death());
    try {
      sync(world, "1");
    } catch (IllegalStateException e) {
      // The node is gone.
    }
    world.reviveElsewhere();
    long runs = world.journal.runs(world.connectionId(), 0, 1).total();
    world.resumeDue();
    assertEquals(runs, world.journal.runs(world.connectionId(), 0, 1).total());
    world.sync();
    assertEquals(Set.of("team"), groups(world, "ann"));
  }

  /** What everybody else has: their accounts by name, and the groups of each. */
  private static Map<String, String> others(SyncWorld world, String person) {
    String own =
        world
            .links
            .find(world.connectionId(), EntityKind.USER, new ExternalId(person))
            .map(Link::name)
            .map(name -> new AccountName(name).key())
            .orElse("");
    Map<String, String> others = new TreeMap<>();
    world
        .directory
        .accounts(Set.of())
        .forEachRemaining(
            one -> {
              if (!one.name().key().equals(own)) {
                others.put(
                    one.name().key(), one + " " + groups(world, one.name().value()).toString());
              }
            });
    return others;
  }

  @Test
  public void inAnyHistoryNobodyElseIsTouched_andAFullRunAfterAllOfThemEndsWhereItWould() {
    qt().withExamples(150)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              History history = new History(seed, "never");
              Random random = new Random(~(long) seed);
              history.sourceChanges(10);
              history.sync();
              history.sourceChanges(8);
              for (int i = 0; i < 5; i++) {
                String person = "u" + random.nextInt(9);
                Map<String, String> before = others(history.world, person);
                run(history.world, person, random.nextBoolean(), false);
                Map<String, String> after = others(history.world, person);
                before.keySet().retainAll(after.keySet());
                after.keySet().retainAll(before.keySet());
                assertEquals("seed " + seed + ", " + person, before, after);
              }
              history.sync();
              history.assertConverged();
            });
  }

  @Test
  public void aPreviewTellsWhatTheRunThenDoes_andWritesNothing() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").group("g", "team", "1").group("h", "Left & out", "1");
    PersonPreview preview = preview(world, "1");
    assertEquals(0, world.directory.writes());
    assertEquals(null, preview.link());
    assertEquals(
        List.of("create ann", "create team", "add ann"),
        preview.changes().stream()
            .filter(row -> !row.operation().label().equals("leave"))
            .map(row -> row.operation().label() + " " + row.subject())
            .sorted(java.util.Comparator.comparing(text -> text.startsWith("add") ? 1 : 0))
            .toList());
    Map<String, GroupReason> groups =
        preview.groups().stream().collect(Collectors.toMap(GroupReason::name, group -> group));
    assertTrue(groups.get("team").wanted());
    assertFalse(groups.get("team").member());
    assertEquals(GroupReason.Kind.UNUSABLE, groups.get("Left & out").because().get(0).kind());
    sync(world, "1");
    PersonPreview after = preview(world, "1");
    assertEquals("ann", after.link().name());
    assertTrue(after.groups().stream().anyMatch(GroupReason::member));
  }

  @Test
  public void aPreviewExplainsGroupsThatNothingLeadsTo() {
    SyncWorld world = SyncWorld.unguarded();
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.directory.world().holdGroup(new GroupName("by hand"), new AccountName("ann"));
    world.source.group("g", "team");
    Map<String, GroupReason.Kind> why =
        preview(world, "1").groups().stream()
            .collect(Collectors.toMap(GroupReason::name, group -> group.because().get(0).kind()));
    assertEquals(
        Map.of("team", GroupReason.Kind.ADDED_BEFORE, "by hand", GroupReason.Kind.NOT_BY_US), why);
  }

  private static PersonPreview preview(SyncWorld world, String id) {
    PersonControl people =
        new PersonControl(
            world.ports,
            new SourcePreview(world.ports),
            java.time.Clock.fixed(world.now(), java.time.ZoneOffset.UTC));
    return people.preview(world.connection(), new ExternalId(id), "operator");
  }
}
