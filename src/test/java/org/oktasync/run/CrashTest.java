package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** A node dies between a write and the note of it; the next run puts the links in order. */
public class CrashTest {
  private final SyncWorld world = SyncWorld.unguarded();

  private Supplier<RuntimeException> death() {
    return () -> {
      world.journal.die();
      world.links.die();
      return new IllegalStateException("the node dies here");
    };
  }

  private SyncRun dieThenSync() {
    world.sync();
    world.journal.revive();
    world.links.revive();
    world.directory.faults().clear();
    world.releaseLocks();
    return world.sync();
  }

  private void leave(String notFound, String id) {
    world.change("{\"leavers\":{\"notFound\":\"" + notFound + "\"}}");
    world.source.deletePerson(id);
  }

  @Test
  public void aDeactivationThatHappenedIsKnownAsOurs() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    leave("deactivate", "1");
    world.directory.faults().failAfterWrite(next(1), death());
    dieThenSync();
    assertNotNull(link(EntityKind.USER, "1").deactivatedAt());
    world.source.person("1", "ann");
    world.directory.faults().failAfterWrite(next(1), death());
    dieThenSync();
    assertNull("and a reactivation, too", link(EntityKind.USER, "1").deactivatedAt());
  }

  @Test
  public void aDeactivationThatDidNotHappenIsMadeUpFor() {
    world.source.person("1", "ann").person("2", "bob");
    world.sync();
    leave("keep", "1");
    world.change("{\"leavers\":{\"notFound\":\"deactivate\"}}");
    world.directory.faults().failBeforeWrite(next(1), death());
    world.sync();
    assertNull(link(EntityKind.USER, "1").deactivatedAt());
  }

  @Test
  public void theLinkOfAGroupThatWasDeletedIsGivenUp() {
    world.change("{\"groups\":{\"notFound\":\"delete\"}}");
    world.source.person("1", "ann").group("g", "team", "1");
    world.sync();
    world.source.deleteGroup("g");
    world.directory.faults().failAfterWrite(next(1), death());
    SyncRun run = dieThenSync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(
        Optional.empty(),
        world.links.find(world.connectionId(), EntityKind.GROUP, new ExternalId("g")));
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  private int next(int nth) {
    return world.directory.faults().writesSoFar() + nth;
  }

  private Link link(EntityKind kind, String id) {
    return world.links.find(world.connectionId(), kind, new ExternalId(id)).orElseThrow();
  }

  @Test
  public void anAccountThatWasMadeIsKnownAsOurs() {
    world.source.person("1", "ann").person("2", "bob");
    world.directory.faults().failAfterWrite(next(1), death());
    SyncRun run = dieThenSync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("ann", link(EntityKind.USER, "1").name());
    assertEquals(2, world.directory.world().accounts().size());
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  /** The node dies after Jira has given a key, and before there is an account. */
  private Supplier<RuntimeException> deathBetweenKeyAndAccount(String name) {
    return () -> {
      world.directory.world().holdKey(new AccountName(name));
      return death().get();
    };
  }

  @Test
  public void anAccountThatWasBegunIsFinished() {
    world.source.person("1", "ann").person("2", "bob");
    world.directory.faults().failBeforeWrite(next(1), deathBetweenKeyAndAccount("ann"));
    SyncRun run = dieThenSync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("ann", link(EntityKind.USER, "1").name());
    assertEquals(2, world.directory.world().accounts().size());
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  @Test
  public void longAfterwardsAKeyMayBeAStrangers() {
    world.source.person("1", "ann").person("2", "bob");
    world.directory.faults().failBeforeWrite(next(1), deathBetweenKeyAndAccount("ann"));
    world.sync();
    world.journal.revive();
    world.links.revive();
    world.directory.faults().clear();
    world.releaseLocks();
    world.passHours(2);
    world.sync();
    assertEquals(Optional.empty(), world.directory.account(new AccountName("ann")));
    assertEquals(1, world.findings.standing(world.connectionId()).size());
  }

  @Test
  public void aRenameThatHappenedIsFollowed() {
    world.source.person("1", "ann");
    world.sync();
    world.source.person("1", "ann.lee");
    world.directory.faults().failAfterWrite(next(1), death());
    dieThenSync();
    assertEquals("ann.lee", link(EntityKind.USER, "1").name());
    assertTrue(world.findings.standing(world.connectionId()).isEmpty());
  }

  @Test
  public void aGroupThatWasMadeIsKnownAsOursAndFilled() {
    world.source.person("1", "ann").group("g", "team", "1");
    world.directory.faults().failAfterWrite(next(2), death());
    dieThenSync();
    assertEquals("team", link(EntityKind.GROUP, "g").name());
    assertEquals(
        List.of(new AccountName("ann")), world.directory.world().membersOf(new GroupName("team")));
  }

  @Test
  public void anAccountThatWaitsToBeRenamedAwayIsNotGivenToWhoGetsItsName() {
    world.source.person("1", "bob", "ACTIVE", "bob@x.org", "Bob");
    world.sync();
    world.source.person("1", "robert", "ACTIVE", "bob@x.org", "Bob");
    world.source.person("2", "bob", "ACTIVE", "bob@x.org", "Bob");
    world.directory.faults().failBeforeWrite(next(1), death());
    dieThenSync();
    assertEquals("robert", link(EntityKind.USER, "1").name());
    assertEquals("bob", link(EntityKind.USER, "2").name());
    assertNotEquals(link(EntityKind.USER, "1").userKey(), link(EntityKind.USER, "2").userKey());
  }
}
