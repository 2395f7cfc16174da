package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.Connection;
import org.oktasync.config.ScheduleSettings;
import org.oktasync.model.EntityKind;
import org.oktasync.record.Finding;

/** Disconnecting over REST: nothing in Jira is touched, and of the rest what was chosen goes. */
public class DisconnectResourceTest {
  private static final String EVERYTHING =
      "{\"confirm\":\"Main\",\"schedule\":true,\"token\":true,\"links\":true,\"findings\":true,"
          + "\"history\":true,\"settings\":true,\"keyFile\":true,\"directory\":false}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private DisconnectResource resource;
  private long connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    resource = world.disconnectResource();
    world.source.person("00u1", "ann").person("00u2", "bob").group("00g1", "team", "00u1");
    Connection present = present();
    var hourly = new ScheduleSettings("PT1H", "", "", "P7D", "P1D", false);
    world.settings.update(present.with(present.settings().scheduled(hourly)));
    world.run(connection, "{}");
    world.findings.settle(
        connection, Set.of(new Finding(EntityKind.USER, "00u9", "zoe", "name-taken", "")));
  }

  private Connection present() {
    return world.settings.connection(connection).orElseThrow();
  }

  private Answered disconnect(int status, String body) {
    return Answered.with(status, resource.disconnect("" + connection, body));
  }

  private static List<String> counts(Answered answer, String list) {
    List<String> found = new java.util.ArrayList<>();
    answer
        .json()
        .get(list)
        .forEach(one -> found.add(one.get("what").asText() + " " + one.path("count").asText()));
    return found;
  }

  private long links() {
    return world.links.search(connection, "", 0, 1).total();
  }

  @Test
  public void theInventory_saysWhatStaysAndWhatCanBeRemoved() {
    Answered answer = Answered.with(200, resource.inventory("" + connection));
    assertEquals("Main", answer.at("/name"));
    assertEquals(
        List.of("accounts 2", "groups 1", "directory ", "oktaToken "), counts(answer, "stays"));
    assertEquals("Okta people", answer.at("/stays/2/name"));
    assertEquals("https://example.okta.com", answer.at("/stays/3/name"));
    assertEquals("disconnect-stays-okta-token", answer.at("/stays/3/code"));
    assertEquals(
        List.of(
            "schedule 1",
            "token 1",
            "links 3",
            "findings 1",
            "history 1",
            "settings 1",
            "keyFile 1"),
        counts(answer, "removable"));
    assertEquals("disconnect-part-key-file", answer.at("/removable/6/code"));
    Answered.with(404, resource.inventory("99"));
  }

  @Test
  public void everythingChosen_isGone_andJiraIsAsItWas() {
    String before = world.targets.okta.world().text();
    Answered answer = disconnect(200, EVERYTHING);
    assertEquals(7, counts(answer, "removed").size());
    assertTrue(world.settings.connections().isEmpty());
    assertEquals(0, links());
    assertEquals(0, world.journal.runs(connection, 0, 1).total());
    assertTrue(world.findings.standing(connection).isEmpty());
    assertTrue(world.keyDestroyed);
    assertEquals(before, world.targets.okta.world().text());
  }

  @Test
  public void nothingChosen_switchesOff_andKeepsEverything() {
    Answered answer = disconnect(200, "{\"confirm\":\" Main \"}");
    assertEquals(List.of(), counts(answer, "removed"));
    assertFalse(present().settings().enabled());
    assertTrue(present().settings().schedule().isSet());
    assertTrue(present().hasSecret());
    assertEquals(3, links());
    assertEquals(1, world.journal.runs(connection, 0, 1).total());
    assertFalse(world.findings.standing(connection).isEmpty());
    assertFalse(world.keyDestroyed);
  }

  @Test
  public void tokenAndLinks_goWithoutTheHistory() {
    Answered answer =
        disconnect(200, "{\"confirm\":\"Main\",\"token\":true,\"links\":true,\"schedule\":true}");
    assertEquals(List.of("schedule 1", "token 1", "links 3"), counts(answer, "removed"));
    assertFalse(present().hasSecret());
    assertFalse(present().settings().schedule().isSet());
    assertEquals(0, links());
    assertEquals(1, world.journal.runs(connection, 0, 1).total());
  }

  @Test
  public void withoutTheName_nothingHappens() {
    for (String confirm : List.of("", "main", "Main2")) {
      String body = EVERYTHING.replace(":\"Main\"", ":\"" + confirm + "\"");
      assertEquals(List.of("confirm: disconnect-confirm"), disconnect(400, body).errors());
    }
    assertTrue(present().settings().enabled());
    assertEquals(3, links());
  }

  @Test
  public void aChoiceThatLeavesSomethingUseless_isRefused() {
    assertEquals(
        List.of("directory: disconnect-directory"),
        disconnect(400, EVERYTHING.replace("\"directory\":false", "\"directory\":true")).errors());
    assertEquals(
        List.of("settings: disconnect-settings-need-all"),
        disconnect(400, EVERYTHING.replace("\"history\":true", "\"history\":false")).errors());
    Connection other = Connection.unsaved(present().settings()).withSecret("x", Instant.EPOCH, "");
    world.settings.add(other);
    assertEquals(List.of("keyFile: disconnect-key-in-use"), disconnect(400, EVERYTHING).errors());
    assertTrue(present().settings().enabled());
    assertEquals(
        "0", Answered.with(200, resource.inventory("" + connection)).at("/removable/6/count"));
  }

  @Test
  public void duringARun_itIsRefused() {
    world.locked.add(connection);
    assertEquals(List.of("null: run-in-progress"), disconnect(409, EVERYTHING).errors());
    assertEquals(3, links());
    world.locked.clear();
    disconnect(200, EVERYTHING);
    assertTrue("the lock is given back", world.locked.isEmpty());
  }
}
