package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Starting runs over REST. */
public class ConnectionRunsResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    id = "" + world.connect();
  }

  @Test
  public void whatIsNotSupported_isRefused_ratherThanDoneOtherwise() {
    assertEquals(List.of("mode: not-supported"), refused(400, "{\"mode\":\"partly\"}"));
    assertEquals(List.of("user: person-not-found"), refused(400, "{\"user\":\"ann\"}"));
    assertEquals(List.of("part: not-supported"), refused(400, "{\"part\":\"half\"}"));
    assertEquals(List.of("trigger: not-supported"), refused(400, "{\"trigger\":\"schedule\"}"));
    assertEquals(List.of("dryRun: wrong-type"), refused(400, "{\"dryRun\":\"yes\"}"));
    assertEquals(List.of("null: json-invalid"), refused(400, "{"));
    assertEquals(0, world.journal.runs(0, 0, 10).total());
  }

  @Test
  public void aTrialOfPeople_isAboutOneToAThousand_andLooksAtThemWhole() {
    for (String limit : List.of("0", "-1", "1001")) {
      String body = "{\"part\":\"directory\",\"limit\":" + limit + "}";
      assertEquals(List.of("limit: number-out-of-range"), refused(400, body));
    }
    String changes = "{\"part\":\"directory\",\"limit\":5,\"mode\":\"incremental\"}";
    assertEquals(List.of("mode: not-supported"), refused(400, changes));
    String one = "{\"part\":\"directory\",\"limit\":5,\"user\":\"ann\"}";
    assertEquals(1, refused(400, one).size());
    assertEquals(0, world.journal.runs(0, 0, 10).total());
    String body = "{\"part\":\"directory\",\"limit\":5,\"dryRun\":true}";
    long run = Answered.with(202, world.starts().start(id, body)).json().path("id").asLong();
    assertEquals("trial", world.journal.find(run).orElseThrow().mode());
    assertEquals(5, world.journal.find(run).orElseThrow().extent().limit());
  }

  @Test
  public void objectsAlone_needThemSwitchedOn() {
    assertEquals(List.of("null: assets-off"), refused(409, "{\"part\":\"assets\"}"));
    assertEquals(List.of("null: assets-off"), refused(409, "{\"limit\":100}"));
    assertEquals(0, world.journal.runs(0, 0, 10).total());
  }

  @Test
  public void aRunUnderWay_isNamed() {
    world.locked.add(Long.parseLong(id));
    assertEquals(List.of("null: run-in-progress"), refused(409, "{}"));
  }

  @Test
  public void aConnectionThatIsSwitchedOffOrMissing_isRefused() {
    Answered.with(200, world.connectionResource().update(id, "{\"version\":1,\"enabled\":false}"));
    assertEquals(List.of("null: connection-disabled"), refused(409, "{}"));
    Answered.with(404, world.starts().start("99", "{}"));
  }

  private List<String> refused(int status, String body) {
    return Answered.with(status, world.starts().start(id, body)).errors();
  }
}
