package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Mapped attributes through whole runs. */
public class MappingRunTest {
  private static final AccountName ANN = new AccountName("ann");
  private static final String NAME = "{\"target\":\"username\",\"source\":\"profile.login\"}";

  private final SyncWorld world = SyncWorld.unguarded();

  private void map(String... attributes) {
    world.change(
        "{\"mapping\":{\"attributes\":[" + NAME + "," + String.join(",", attributes) + "]}}");
  }

  private static String property(String key, String source, String more) {
    return "{\"target\":\"property\",\"key\":\"%s\",\"name\":\"%s\",\"source\":\"%s\"%s}"
        .formatted(key, key, source, more);
  }

  private String team() {
    return world.directory.world().further(ANN, "property:team");
  }

  private void quiet() {
    long before = world.directory.writes();
    SyncRun run = world.sync();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(before, world.directory.writes());
  }

  @Test
  public void aCustomAttributeIsWrittenWithTheAccountAndKeptInStep() {
    map(property("team", "profile.department", ""));
    world.source.person("u1", "ann").attribute("u1", "profile.department", "Analysis");
    world.sync();
    assertEquals("Analysis", team());
    quiet();

    world.source.attribute("u1", "profile.department", "Research");
    SyncRun run = world.incremental();
    assertEquals("Research", team());
    assertEquals(1, run.counts().get(EntityKind.USER, Tally.UPDATED));

    world.directory.world().set(ANN, Map.of("property:team", "by hand"));
    world.sync();
    assertEquals("Research", team());
    world.source.attribute("u1", "profile.department", "");
    world.sync();
    assertEquals("", team());
    quiet();
  }

  @Test
  public void anEmptyValueMayLeaveWhatIsThere() {
    map(property("team", "profile.department", ",\"whenEmpty\":\"keep\""));
    world.source.person("u1", "ann").attribute("u1", "profile.department", "Analysis");
    world.sync();
    world.source.attribute("u1", "profile.department", "");
    world.sync();
    assertEquals("Analysis", team());
    quiet();
  }

  @Test
  public void firstAndLastNameFollowTheirOwnAttributes() {
    map(
        "{\"target\":\"displayName\",\"source\":\"profile.displayName\"}",
        "{\"target\":\"firstName\",\"source\":\"profile.firstName\"}");
    world
        .source
        .person("u1", "ann", "ACTIVE", "a@x.org", "Ann Lee")
        .attribute("u1", "profile.firstName", "Annabel");
    world.sync();
    assertEquals("Annabel", world.directory.world().further(ANN, "firstName"));
    quiet();

    world
        .source
        .person("u1", "ann", "ACTIVE", "a@x.org", "Ann King")
        .attribute("u1", "profile.firstName", "Annabel");
    world.sync();
    assertEquals("Annabel", world.directory.world().further(ANN, "firstName"));
    assertEquals("King", world.directory.world().further(ANN, "lastName"));
    quiet();
  }

  @Test
  public void aValueThatCannotBeUsedIsReportedOnceAndStopsNothing() {
    map(
        property("team", "profile.department", ""),
        "{\"target\":\"email\",\"source\":\"profile.email\"}");
    world.source.person("u1", "ann").attribute("u1", "profile.department", "x".repeat(300));
    world.source.person("u2", "bob", "ACTIVE", "no address", "Bob");
    SyncRun first = world.sync();
    assertEquals(RunState.SUCCEEDED, first.state());
    assertEquals(2, first.counts().get(EntityKind.USER, Tally.CREATED));
    assertEquals(2, first.counts().get(EntityKind.USER, Tally.SKIPPED));
    List<String> reasons =
        world.findings.standing(world.connectionId()).stream()
            .map(finding -> finding.reason())
            .sorted()
            .toList();
    assertEquals(List.of("email-unusable", "value-too-long"), reasons);
    quiet();
    world.source.attribute("u1", "profile.department", "short");
    world.sync();
    assertEquals("short", team());
    assertEquals(1, world.findings.standing(world.connectionId()).size());
  }

  @Test
  public void aMappingThatRenamesEverybodyIsHeldByTheLimitOfRenames() {
    SyncWorld guarded = SyncWorld.guarded();
    for (int i = 0; i < 100; i++) {
      guarded.source.person("u" + i, "person" + i + "@x.org");
    }
    guarded.sync();
    guarded.change(
        "{\"mapping\":{\"attributes\":[{\"target\":\"username\",\"source\":\"profile.login\","
            + "\"steps\":[{\"type\":\"before\",\"text\":\"@\"}]}]}}");
    SyncRun run = guarded.sync();
    assertEquals(RunState.HELD, run.state());
    assertTrue(run.breaches().stream().anyMatch(breach -> breach.guardrail().equals("maxRenames")));
  }

  @Test
  public void undoingARunGivesBackWhatAttributesWere() {
    map(property("team", "profile.department", ""));
    world.source.person("u1", "ann").attribute("u1", "profile.department", "Analysis");
    world.sync();
    world.source.attribute("u1", "profile.department", "Research");
    SyncRun changed = world.sync();
    world.undo(changed);
    assertEquals("Analysis", team());
  }
}
