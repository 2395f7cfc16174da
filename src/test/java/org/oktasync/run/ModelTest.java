package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncState;
import org.oktasync.record.Tally;
import org.oktasync.run.ports.RunRefusedException;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * Whatever happens, in whatever order: people join, rename themselves, move, leave and come back,
 * administrators meddle in Jira, Okta is away, lists break off, nodes die, and another node wants
 * to run at the same time. After each step nobody is harmed; when all is quiet again, Jira is as
 * Okta. A failure names the seed and the steps.
 */
public class ModelTest {
  private static final int HISTORIES = 120;
  private static final int STEPS = 25;

  private enum Step {
    OKTA_CHANGES,
    MANY_LEAVE,
    A_GROUP_IS_EMPTIED,
    LETTERS_CHANGE,
    JIRA_CHANGES,
    TIME_PASSES,
    DRY_RUN,
    FULL_RUN,
    INCREMENTAL_RUN,
    OKTA_IS_AWAY,
    OKTA_ASKS_TO_WAIT,
    LISTS_BREAK_OFF,
    NODE_DIES,
    ANSWER_IS_LOST,
    WRITE_FAILS,
    DATABASE_IS_LOST,
    OTHER_NODE_IS_RUNNING,
    OTHER_NODE_WANTS_TO_RUN
  }

  /** How many runs of all histories were held, and how many saw memberships of broken lists. */
  private int held;

  private int filled;

  @Test
  public void whateverHappensNobodyIsHarmed_andAtRestJiraIsAsOkta() {
    qt().withExamples(HISTORIES)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Model model = new Model(seed);
              try {
                for (int i = 0; i < STEPS; i++) {
                  model.step();
                }
                model.rest();
              } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("after " + model.steps + ": " + e.getMessage(), e);
              }
            });
    assertTrue("runs that were held: " + held, held > HISTORIES);
    assertTrue("broken lists that had members: " + filled, filled > HISTORIES / 2);
  }

  /** One organisation, one Jira, and what happened to them. */
  private final class Model {
    private final SyncWorld world = SyncWorld.guarded();
    private final History history;
    private final Random random;
    private final List<Step> steps = new ArrayList<>();

    /** What a dead node made, and no link tells of yet. */
    private final Set<String> inDoubt = new HashSet<>();

    Model(int seed) {
      history = new History(seed, "confirmed", world);
      // An organisation may well be empty here, and stay so.
      world.change("{\"guardrails\":{\"minUsers\":0,\"minUsersPercent\":0}}");
      random = new Random(~(long) seed);
      history.sourceChanges(25);
      watched(world::sync);
    }

    /** People come and go more often than anything else happens. */
    void step() {
      Step step =
          random.nextInt(3) == 0
              ? Step.OKTA_CHANGES
              : Step.values()[random.nextInt(Step.values().length)];
      steps.add(step);
      switch (step) {
        case OKTA_CHANGES -> history.sourceChanges(1 + random.nextInt(5));
        case MANY_LEAVE -> history.manyLeave();
        case A_GROUP_IS_EMPTIED -> history.emptyAGroup();
        case LETTERS_CHANGE -> history.letters();
        case JIRA_CHANGES -> history.jiraChanges(1);
        case TIME_PASSES -> world.passHours(random.nextInt(30));
        case DRY_RUN -> assertWritesNothing(world::dryRun, RunState.SUCCEEDED, RunState.PARTIAL);
        case FULL_RUN -> watched(world::sync);
        case INCREMENTAL_RUN -> watched(world::incremental);
        case OKTA_IS_AWAY -> away(Kind.RETRY);
        case OKTA_ASKS_TO_WAIT -> away(Kind.RETRY_AFTER);
        case LISTS_BREAK_OFF -> listsBreakOff();
        case NODE_DIES -> nodeDies(false);
        case ANSWER_IS_LOST -> nodeDies(true);
        case WRITE_FAILS -> writeFails();
        case DATABASE_IS_LOST ->
            broken(() -> history.loseDatabaseAtWrite(1 + random.nextInt(8), mode()));
        case OTHER_NODE_IS_RUNNING -> otherNodeIsRunning();
        case OTHER_NODE_WANTS_TO_RUN -> otherNodeWantsToRun();
      }
    }

    private String mode() {
      return random.nextBoolean() ? SyncRun.FULL : SyncRun.INCREMENTAL;
    }

    private SyncRun anyRun() {
      return world.run("manual", mode(), false);
    }

    /** A run that harms nobody who is not ours, and writes nothing when it is stopped. */
    private SyncRun watched(Supplier<SyncRun> runs) {
      Map<String, String> before = history.unowned();
      Set<String> active = history.activeOurs();
      long known = known();
      long writes = world.directory.writes();
      SyncRun run = runs.get();
      Map<String, String> after = history.unowned();
      before.keySet().removeAll(inDoubt);
      before.forEach((name, was) -> assertEquals(name, was, after.get(name)));
      if (Set.of(RunState.HELD, RunState.FAILED).contains(run.state())) {
        assertEquals(run.state() + " writes nothing", writes, world.directory.writes());
      }
      held += run.state() == RunState.HELD ? 1 : 0;
      assertFewLeave(active, known);
      return run;
    }

    /**
     * What the last run took its share of, where that was not the people whom it saw: a delta takes
     * it of those whom earlier runs found.
     *
     * @param known how many those were before that run
     */
    private long shareOf(long known) {
      SyncRun last = world.ports.journal().runs(world.connectionId(), 0, 1).values().get(0);
      return last.mode().equals(SyncRun.INCREMENTAL) ? known : 0;
    }

    /** How many people earlier runs found. */
    private long known() {
      return world
          .ports
          .states()
          .standing(world.connectionId())
          .map(SyncState::ownedUsers)
          .orElse(0L);
    }

    /**
     * The default limit, by the word of the manual: five or half of them in a small connection. Who
     * was in doubt may be among those of whom it is a share, and who was switched off in Jira since
     * a delta's share was counted.
     */
    private void assertFewLeave(Set<String> before, long known) {
      Set<String> now = history.activeOurs();
      Set<String> all = new HashSet<>(before);
      all.addAll(now);
      long whole = Math.max(shareOf(known), all.size());
      long allowed = Math.max(1, Math.min(5, whole / 2));
      Set<String> gone = new HashSet<>(before);
      gone.removeAll(now);
      assertTrue(gone + " of " + all + " deactivated unasked", gone.size() <= allowed);
    }

    /**
     * A run that does not come to its end harms nobody either; what it made may be without a link.
     */
    private void broken(Runnable run) {
      Map<String, String> before = history.unowned();
      Set<String> active = history.activeOurs();
      long known = known();
      run.run();
      Map<String, String> after = history.unowned();
      before.keySet().removeAll(inDoubt);
      before.forEach((name, was) -> assertStillThere(name, was, after.getOrDefault(name, "")));
      after.forEach(
          (name, is) -> {
            if (!is.equals(before.get(name))) {
              inDoubt.add(name);
            }
          });
      assertFewLeave(active, known);
    }

    /** Accounts are as they were; members are, and there may be more of them. */
    private void assertStillThere(String name, String was, String is) {
      if (name.startsWith("account ")) {
        assertEquals(name, was, is);
      } else {
        List<String> inside = List.of(is.replaceAll("[\\[\\]]", "").split(", "));
        List<String> before = List.of(was.replaceAll("[\\[\\]]", "").split(", "));
        assertTrue(name + " " + was + " " + is, inside.containsAll(before));
      }
    }

    private void assertWritesNothing(Supplier<SyncRun> runs, RunState... ends) {
      String before = world.directory.world().text();
      SyncRun run = watched(runs);
      assertTrue(run.state() + " " + run.message(), List.of(ends).contains(run.state()));
      assertEquals(before, world.directory.world().text());
    }

    private void away(Kind kind) {
      world.source.goDown(new SourceException(kind, Message.of("okta-away"), null));
      assertWritesNothing(this::anyRun, RunState.FAILED);
      world.source.mend();
    }

    /** Nobody is inactive, so that only somebody's absence could be held against them. */
    private void listsBreakOff() {
      history.noneInactive();
      world.source.breakUsers(true).breakGroups(true);
      world.source.groups().forEach(group -> world.source.breakMembers(group.id().value()));
      Set<String> active = history.activeOurs();
      Set<String> inside = history.membershipsOfOurs();
      filled += inside.isEmpty() ? 0 : 1;
      SyncRun run = watched(world::sync);
      world.source.mend();
      assertTrue("nobody leaves", history.activeOurs().containsAll(active));
      assertTrue("nobody leaves a group", history.membershipsOfOurs().containsAll(inside));
      assertEquals(0, run.planned().get(EntityKind.MEMBERSHIP, Tally.REMOVED));
      assertEquals(0, run.planned().get(EntityKind.GROUP, Tally.DELETED));
      assertEquals(0, run.planned().get(EntityKind.USER, Tally.DEACTIVATED));
    }

    private void nodeDies(boolean answerLost) {
      int nth = world.directory.faults().writesSoFar() + 1 + random.nextInt(8);
      if (answerLost) {
        world.directory.faults().failAfterWrite(nth, world.death());
      } else {
        world.directory.faults().failBeforeWrite(nth, world.death());
      }
      broken(this::anyRun);
      world.reviveElsewhere();
    }

    private void writeFails() {
      history.failAtWrite(1 + random.nextInt(8));
      watched(this::anyRun);
      world.directory.faults().clear();
    }

    private void otherNodeIsRunning() {
      world.holdLock();
      assertThrows(RunRefusedException.class, this::anyRun);
      world.releaseLocks();
    }

    /** It asks in the middle of a run of ours, is refused, and nothing comes of it. */
    private void otherNodeWantsToRun() {
      int nth = world.directory.faults().writesSoFar() + 1 + random.nextInt(4);
      world
          .directory
          .faults()
          .meanwhile(nth, () -> assertThrows(RunRefusedException.class, this::anyRun));
      watched(this::anyRun);
      world.directory.faults().clear();
    }

    /**
     * Everything works again: a run, approved where it is held, then another with nothing to do.
     */
    void rest() {
      world.source.mend();
      SyncRun run = watched(world::sync);
      if (run.state() == RunState.HELD) {
        world.control.approve(run.id(), "boss");
        run = watched(world::sync);
      }
      assertTrue(run.state() + " " + run.message(), run.state() == RunState.SUCCEEDED);
      history.assertConverged();
      history.assertQuiet();
    }
  }
}
