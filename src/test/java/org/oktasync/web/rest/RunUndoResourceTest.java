package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.AccountName;

/** Undoing over REST. */
public class RunUndoResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private RunUndoResource resource;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    resource = world.undoResource();
    world.source.person("00u1", "ann").person("00u2", "bob").group("00g1", "team", "00u1");
  }

  private Answered run(long id) {
    return Answered.with(200, world.runResource().get("" + id));
  }

  private boolean active(String name) {
    return world.targets.okta.account(new AccountName(name)).orElseThrow().active();
  }

  @Test
  public void anUndo_isANewRunThatNamesTheOneItUndoes() {
    long sync = world.run(connection, "{}");
    Answered accepted = Answered.with(202, resource.start("" + sync, "{}"));
    assertEquals("[]", accepted.json().get("notices").toString());
    Answered undo = run(accepted.json().get("id").asLong());
    assertEquals("undo", undo.at("/mode"));
    assertEquals("" + sync, undo.at("/undoOf"));
    assertEquals("true", undo.at("/complete"));
    assertEquals("rest", undo.at("/trigger"));
    assertEquals("ada", undo.at("/startedBy"));
  }

  @Test
  public void aDryUndo_changesNothing() {
    long sync = world.run(connection, "{}");
    Answered dry = Answered.with(202, resource.start("" + sync, "{\"dryRun\":true}"));
    Answered undo = run(dry.json().get("id").asLong());
    assertEquals("true", undo.at("/dryRun"));
    assertEquals("2", undo.at("/planned/users/deactivated"));
    assertTrue(active("ann"));
  }

  @Test
  public void theAnswer_saysThatTheScheduleIsPaused() {
    long sync = world.run(connection, "{}");
    var present = world.settings.connection(connection).orElseThrow();
    var hourly = new org.oktasync.config.ScheduleSettings("PT1H", "", "", "P7D", "P1D", false);
    world.settings.update(present.with(present.settings().scheduled(hourly)));
    Answered accepted = Answered.with(202, resource.start("" + sync, "{}"));
    assertEquals("undo-pauses-schedule", accepted.at("/notices/0/code"));
  }

  @Test
  public void whatCannotBeUndone_isRefused() {
    long dry = world.run(connection, "{\"dryRun\":true}");
    Answered refused = Answered.with(409, resource.start("" + dry, "{}"));
    assertEquals(List.of("null: run-not-undoable"), refused.errors());
    Answered.with(404, resource.start("99", "{}"));
    Answered wrong = Answered.with(400, resource.start("" + dry, "{\"dryRun\":\"yes\"}"));
    assertEquals(List.of("dryRun: wrong-type"), wrong.errors());
  }

  @Test
  public void undoingForGood_switchesOff() {
    long sync = world.run(connection, "{\"trigger\":\"manual\"}");
    Answered accepted = Answered.with(202, resource.start("" + sync, "{\"trigger\":\"manual\"}"));
    long held = accepted.json().get("id").asLong();
    assertEquals("HELD", run(held).at("/state"));
    Answered.with(202, world.runResource().approve("" + held));
    assertFalse(active("ann"));
  }
}
