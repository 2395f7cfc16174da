package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.User;

/** Runs of objects by the built add-on: taken back, broken off, and a schema that others change. */
public class AssetsRunsTest {
  private Lab lab;
  private AssetsConnection assets;
  private AssetsView view;
  private long connection;

  @Before
  public void settle() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "150", "--groups", "8", "--clean", "--seed", "12");
    connection = lab.connect();
    assets = new AssetsConnection(lab, connection);
    assets.settle();
    view = assets.view(lab.host.baseUrl());
  }

  @After
  public void end() throws Exception {
    lab.close();
  }

  private JsonNode undone(JsonNode run) {
    String path = "/runs/" + run.path("id").asLong() + "/undo";
    return lab.await(lab.rest.post(path, "{}").expect(202).path("id").asLong());
  }

  private static long objects(JsonNode run, String what) {
    return run.path("counts").path("objects").path(what).asLong();
  }

  private void assertSucceeded(JsonNode run) {
    String changes = "/runs/" + run.path("id").asLong() + "/changes?outcome=FAILED&limit=3";
    String told = run + "\n" + lab.rest.get(changes).expect(200);
    assertEquals(told, "SUCCEEDED", run.path("state").asText());
    assertEquals(told, 0, objects(run, "failed"));
  }

  private void update(User person, String floor) {
    lab.okta.directory().update(person.id(), Map.of("department", floor), true);
  }

  private String departmentOf(User person) {
    return view.all("Users", "Okta Id").get(person.id()).values("Department").toString();
  }

  @Test
  public void valuesComeBackWhenARunIsUndone_andTheNextRunBringsThemAgain() {
    User person = lab.okta.directory().users().get(7);
    update(person, "Before");
    assertSucceeded(assets.importObjects());
    update(person, "After");
    JsonNode changing = assets.importObjects();
    assertSucceeded(changing);
    assertEquals("[After]", departmentOf(person));

    JsonNode back = undone(changing);

    assertSucceeded(back);
    assertEquals(back.toString(), 1, objects(back, "updated"));
    assertEquals("[Before]", departmentOf(person));
    assertSucceeded(assets.importObjects());
    assertEquals("[After]", departmentOf(person));
  }

  @Test
  public void whatAFirstImportMadeIsPutOutOfUseAndComesBackWithTheNext() {
    JsonNode first = assets.importObjects();
    assertSucceeded(first);
    long everything = objects(first, "created");

    JsonNode back = lab.approved(undone(first));

    assertSucceeded(back);
    assertEquals(back.toString(), everything, objects(back, "retired"));
    JsonNode again = lab.approved(assets.importObjects());
    assertSucceeded(again);
    assertEquals(again.toString(), 0, objects(again, "created"));
    assertSucceeded(assets.importObjects());
  }

  @Test
  public void anImportThatIsCancelledSaysWhatItDidAndTheNextGoesOn() {
    assets.save("\"writesPerMinute\":600");
    long run = lab.begin(connection, "{\"part\":\"assets\"}");
    Await.until("the first objects", () -> view.count("Users"), found -> found > 0);
    long begin = System.nanoTime();
    lab.rest.post("/runs/" + run + "/cancel", "{}").expect(202);
    JsonNode ended = lab.await(run);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertEquals(ended.toString(), "CANCELLED", ended.path("state").asText());
    assertTrue("took " + millis + " ms", millis < 5_000);
    long done = objects(ended, "created");
    assertTrue(ended.toString(), done > 0);

    assets.save("\"writesPerMinute\":60000");
    JsonNode next = assets.importObjects();
    assertSucceeded(next);
    assertEquals(lab.okta.directory().users().size(), view.all("Users", "Okta Id").size());
    assertTrue(next.toString(), objects(next, "created") > 0);
  }

  @Test
  public void aSchemaThatIsGoneIsNamed_andTheDirectoryGoesOn() {
    assertSucceeded(assets.importObjects());
    assets.deleteSchema();
    JsonNode run = lab.await(lab.begin(connection, "{}"));
    assertEquals(run.toString(), "PARTIAL", run.path("state").asText());
    assertTrue(run.toString(), run.path("notices").toString().contains("assets-schema-gone"));
    assertNotEquals(0, run.path("counts").path("users").path("created").asLong());
    JsonNode alone = assets.importObjects();
    assertNotEquals(alone.toString(), "SUCCEEDED", alone.path("state").asText());
  }

  @Test
  public void anAttributeThatGotAnotherTypeIsNamed_andEverythingElseIsWritten() {
    assertSucceeded(assets.importObjects());
    assets.replace("Users", "Department", 1);
    User person = lab.okta.directory().users().get(7);
    lab.okta.directory().update(person.id(), Map.of("city", "Elsewhere"), true);
    update(person, "No number");
    JsonNode run = assets.importObjects();
    assertTrue(run.toString(), run.toString().contains("Department"));
    assertEquals(
        "[Elsewhere]", view.all("Users", "Okta Id").get(person.id()).values("City").toString());
  }
}
