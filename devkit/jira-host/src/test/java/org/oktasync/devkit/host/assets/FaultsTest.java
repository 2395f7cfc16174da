package org.oktasync.devkit.host.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.oktasync.devkit.host.RestClient.Answer;
import org.oktasync.devkit.host.RunningHost;
import org.oktasync.devkit.host.assets.AssetsFaults.Kind;
import org.oktasync.devkit.host.site.SiteOptions;

/** What goes wrong on demand, and what is done nevertheless. */
public class FaultsTest {
  @ClassRule
  public static final RunningHost JIRA =
      new RunningHost(o -> o.withSite(SiteOptions.NONE.withAssets(AssetsOptions.ON)));

  private static final String CONTROL = "/rest/devkit/1.0/assets";
  private static int number;

  private AssetsClient admin;
  private AssetsFaults faults;
  private int type;
  private int name;

  @Before
  public void aType() {
    admin = new AssetsClient(JIRA.as("admin"));
    faults = JIRA.host().assetsFaults();
    number++;
    type = admin.type(admin.schema("Faults " + number, "FA" + (char) ('A' + number)), "Users");
    name = admin.attribute(type, "Name");
  }

  @After
  public void allIsWell() {
    faults.clear();
    faults.setEnabled(true);
  }

  private List<String> there() {
    return admin.find("objectTypeId = " + type);
  }

  @Test
  public void theThirdWriteFailsBeforeItIsDone() {
    faults.arm(Kind.ERROR_BEFORE, AssetsFaults.WRITES, 2, 1, 0);
    admin.created(type, name, "A");
    there();
    admin.created(type, name, "B");
    admin.create(type, name, "C").refused(500);
    admin.created(type, name, "D");
    assertThat(there(), is(List.of("A", "B", "D")));
  }

  @Test
  public void aWriteMayBeDoneAndStillFail() {
    faults.arm(Kind.ERROR_AFTER, "^POST /object/create", 0, 1, 0);
    admin.create(type, name, "A").refused(500);
    assertThat(there(), is(List.of("A")));
  }

  @Test
  public void theAnswerOfAWriteThatIsDoneMayBeLost() {
    faults.arm(Kind.LOST_ANSWER, "^POST /object/create", 0, 1, 0);
    assertThrows(UncheckedIOException.class, () -> admin.create(type, name, "A"));
    assertThat(there(), is(List.of("A")));
  }

  @Test
  public void theSiteMayBeOutOfReach() {
    faults.arm(Kind.UNREACHABLE, ".", 0, 1, 0);
    assertThrows(UncheckedIOException.class, () -> admin.create(type, name, "A"));
    assertThat(there(), is(List.of()));
  }

  @Test
  public void itMayBeTooBusyForALittleWhile() {
    faults.arm(Kind.TOO_MANY_REQUESTS, ".", 0, 2, 7);
    faults.arm(Kind.UNAVAILABLE, ".", 2, -1, 0);
    Answer busy = admin.create(type, name, "A");
    busy.refused(429);
    assertThat(busy.response().headers().firstValue("Retry-After").orElse(""), is("7"));
    admin.create(type, name, "A").refused(429);
    admin.create(type, name, "A").refused(503);
    admin.create(type, name, "A").refused(503);
    faults.clear();
    assertThat(there(), is(List.of()));
  }

  @Test
  public void theAppIsTakenOutOfServiceAndComesBackWithItsData() {
    admin.created(type, name, "A");
    faults.setEnabled(false);
    admin.get("/objectschema/list").refused(404);
    JIRA.as("admin").get("/rest/insight/1.0/objectschema/list").refused(404);
    JIRA.as("admin").get(AssetsPages.SCHEMAS).refused(404);
    faults.setEnabled(true);
    assertThat(there(), is(List.of("A")));
  }

  @Test
  public void testsFromOutsideHaveTheSameSwitchboard() {
    String body =
        AssetsClient.json(
            Map.of(
                "calls",
                0,
                "faults",
                List.of(Map.of("kind", "ERROR_BEFORE", "call", "^PUT", "count", 1))));
    JIRA.as("admin").call("PUT", CONTROL, body).expect(200);
    long object = admin.created(type, name, "A");
    Map<String, Object> changed = AssetsClient.object(type, name, "B");
    admin.put("/object/" + object, changed).refused(500);
    admin.put("/object/" + object, changed).expect(200);
    var seen = JIRA.as("admin").get(CONTROL).expect(200);
    assertThat(seen.get("calls").get("POST /object/create").asInt(), is(1));
    assertThat(seen.get("calls").get("PUT /object/{id}").asInt(), is(1));
    assertThat(seen.get("faults").size(), is(0));
    JIRA.as("fred").get(CONTROL).refused(403);
    String wrong = "{\"faults\":[{\"kind\":\"FIRE\"}]}";
    JIRA.as("admin").call("PUT", CONTROL, wrong).refused(400);
    JIRA.as("admin").call("PUT", CONTROL, "{\"enabled\":false}").expect(200);
    admin.get("/objectschema/list").refused(404);
    assertTrue(faults.armed().isEmpty());
  }
}
