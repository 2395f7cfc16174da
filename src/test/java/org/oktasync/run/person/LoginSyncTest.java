package org.oktasync.run.person;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.run.SyncWorld;
import org.oktasync.run.preview.SourcePreview;
import org.oktasync.source.SourceException;

/** What happens when somebody signs in. */
public class LoginSyncTest {
  private final SyncWorld world = SyncWorld.unguarded();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private LoginSync logins;

  @Before
  public void settle() {
    world.change("{\"login\":{\"enabled\":true,\"perMinute\":3}}");
    for (int i = 1; i <= 6; i++) {
      world.source.person("" + i, "p" + i);
    }
    world.source.group("g", "old", "1", "2").group("h", "new");
    world.sync();
    logins = onAnotherNode();
  }

  private LoginSync onAnotherNode() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return world.now();
          }
        };
    return new LoginSync(
        world.ports,
        world.settings,
        new PersonControl(world.ports, new SourcePreview(world.ports), clock),
        world.control,
        waiting::add,
        clock);
  }

  private void signIn(LoginSync node, String name) {
    node.signedIn(name);
    work();
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private Set<String> groups(String name) {
    return world.directory.groupsOf(new AccountName(name)).stream()
        .map(GroupName::value)
        .collect(Collectors.toSet());
  }

  private long runs() {
    return world.journal.runs(world.connectionId(), 0, 1).total();
  }

  @Test
  public void aMoverHasTheirNewGroup_andKeepsTheOldOneUntilARunAboutEverybody() {
    world.source.group("g", "old", "2").group("h", "new", "1");
    logins.signedIn("P1");
    assertEquals("the login itself waits for nothing", Set.of("old"), groups("p1"));
    work();
    assertEquals(Set.of("old", "new"), groups("p1"));
    SyncRun run = world.latest();
    assertEquals("login", run.trigger());
    assertEquals("person", run.mode());
    world.incremental();
    assertEquals(Set.of("new"), groups("p1"));
  }

  @Test
  public void whoIsUpToDateLeavesNoRunBehind() {
    long before = runs();
    signIn(logins, "p1");
    assertEquals(before, runs());
    assertEquals(1, logins.tally().looked());
    assertEquals(0, logins.tally().changed());
  }

  @Test
  public void aThousandLoginsOfOnePersonAskOnce_onWhateverNode_andAgainTenMinutesLater() {
    LoginSync other = onAnotherNode();
    int before = world.source.lookups();
    for (int i = 0; i < 500; i++) {
      signIn(logins, "p1");
      signIn(other, "p1");
      if (i % 100 == 0) {
        world.pass(Duration.ofSeconds(61));
      }
    }
    assertEquals(1, logins.tally().looked() + other.tally().looked());
    assertTrue(world.source.lookups() - before <= 2);
    world.pass(Duration.ofMinutes(10));
    signIn(other, "p1");
    assertEquals(2, logins.tally().looked() + other.tally().looked());
  }

  @Test
  public void whoIsNotOursIsNotAskedAbout() {
    int before = world.source.lookups();
    signIn(logins, "admin");
    signIn(logins, "m<n");
    assertEquals(before, world.source.lookups());
  }

  @Test
  public void theBudgetOfAMinuteIsKept_andCountedWhatIsBeyond() {
    for (int i = 1; i <= 6; i++) {
      signIn(logins, "p" + i);
    }
    assertEquals(3, logins.tally().looked());
    assertEquals(3, logins.tally().passedOver());
    world.pass(Duration.ofSeconds(61));
    signIn(logins, "p6");
    assertEquals(4, logins.tally().looked());
  }

  @Test
  public void somebodyWhoIsInactiveInOktaKeepsTheirAccountUntilARun() {
    world.source.status("1", "SUSPENDED");
    signIn(logins, "p1");
    assertTrue(world.directory.account(new AccountName("p1")).orElseThrow().active());
  }

  @Test
  public void whenOktaIsDown_nothingHappens() {
    world.source.lookupsFail(
        new SourceException(SourceException.Kind.RETRY, Message.of("test-down"), null));
    long before = runs();
    signIn(logins, "p1");
    assertEquals(1, logins.tally().failed());
    assertEquals(before, runs());
  }

  @Test
  public void aRunUnderWayIsLeftAlone() {
    world.source.group("h", "new", "1");
    world.holdLock();
    signIn(logins, "p1");
    assertEquals(1, logins.tally().passedOver());
    assertFalse(groups("p1").contains("new"));
    world.releaseLocks();
  }

  @Test
  public void switchedOff_orTooBusy_itDoesNothing() {
    LoginSync full =
        new LoginSync(
            world.ports,
            world.settings,
            null,
            world.control,
            work -> {
              throw new RejectedExecutionException();
            },
            Clock.systemUTC());
    full.signedIn("p1");
    assertEquals(1, full.tally().passedOver());
    world.change("{\"login\":{\"enabled\":false}}");
    int before = world.source.lookups();
    signIn(logins, "p1");
    assertEquals(before, world.source.lookups());
    assertEquals(RunState.SUCCEEDED, world.latest().state());
  }
}
