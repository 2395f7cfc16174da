package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.control.LogSink.Level;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.fakes.RecordedLog.Line;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.target.TargetException;

/** What a run writes to the log: little, with its number, and nobody's name. */
public class RunLogTest {
  private static final int PEOPLE = 500;

  private final SyncWorld world = SyncWorld.unguarded();

  private void hire() {
    String[] ids = new String[PEOPLE];
    for (int i = 0; i < PEOPLE; i++) {
      ids[i] = "id" + i;
      world.source.person(
          ids[i], "login" + i, "ACTIVE", "mail" + i + "@example.com", "Person " + i);
    }
    for (int i = 0; i < 40; i++) {
      world.source.group("g" + i, "team" + i, ids);
    }
  }

  private List<Line> linesOf(SyncRun run) {
    String origin = "connection " + world.connectionId() + ", run " + run.id() + ": ";
    return world.log.lines().stream()
        .filter(line -> line.level() != Level.DEBUG)
        .peek(line -> assertTrue(line.text(), line.text().startsWith("connection ")))
        .filter(line -> line.text().startsWith(origin))
        .toList();
  }

  private static void assertNamesNobody(List<Line> lines) {
    List<String> naming = new ArrayList<>();
    for (Line line : lines) {
      String text = line.text() + " " + line.cause();
      if (text.matches("(?s).*(login|mail|Person |operator|@).*")) {
        naming.add(text);
      }
    }
    assertEquals(List.of(), naming);
  }

  @Test
  public void aRunOfFiveHundredPeopleIsAFewLinesAndNamesNobody() {
    hire();
    for (int i = 0; i < 20; i++) {
      world.source.breakMembers("g" + i);
      world
          .directory
          .faults()
          .failBeforeWrite(10 + i, DirectoryFaults.refusal(TargetException.Kind.INVALID));
    }
    SyncRun run = world.sync();
    assertEquals(RunState.PARTIAL, run.state());
    List<Line> lines = linesOf(run);
    assertNamesNobody(lines);
    assertTrue(lines.toString(), lines.size() <= 30);
    String all = lines.toString();
    assertTrue(all, all.contains("Begins on node node1: mode full"));
    assertTrue(all, all.contains("Planned: user created 500"));
    assertTrue(all, all.contains("Ended as PARTIAL"));
    assertTrue(all, all.contains("failed 20"));
  }

  @Test
  public void aHeldRunNamesTheLimit() {
    world.change("{\"guardrails\":{\"minUsers\":1}}");
    String all = linesOf(world.sync()).toString();
    assertTrue(all, all.contains("guardrail=minUsers"));
    assertTrue(all, all.contains("Ended as HELD (run-held)"));
  }

  @Test
  public void aCanaryIsSomebodyAndIsNotNamed() {
    hire();
    world.change("{\"guardrails\":{\"canary\":{\"user\":\"mail7@example.org\"}}}");
    List<Line> lines = linesOf(world.sync());
    assertTrue(lines.toString(), lines.toString().contains("guardrail=canary"));
    assertNamesNobody(lines);
  }

  @Test
  public void aFailureIsOneLineWithItsCode() {
    hire();
    world
        .directory
        .faults()
        .failEverything(DirectoryFaults.refusal(TargetException.Kind.FATAL).get());
    String all = linesOf(world.sync()).toString();
    assertTrue(all, all.contains("Ended as FAILED (test-fault)"));
    assertFalse(all, all.contains("ERROR"));
  }
}
