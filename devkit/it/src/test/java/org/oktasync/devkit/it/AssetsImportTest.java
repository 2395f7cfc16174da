package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.Device;
import org.oktasync.devkit.oktaorg.User;

/**
 * Mappings as they stand in articles, pasted as they are: what comes of them in Assets is compared
 * with the organisation, object by object, through Assets' own REST interface.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AssetsImportTest {
  private static Lab lab;
  private static AssetsConnection assets;
  private static AssetsView view;
  private static ArticleObjects wanted;
  private static long connection;

  @BeforeClass
  public static void start() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "60", "--groups", "8", "--clean", "--seed", "11");
    connection = lab.connect();
    assets = new AssetsConnection(lab, connection);
    assets.createSchema();
    assets.map(Articles.ALL);
    assets.build();
    view = assets.view(lab.host.baseUrl());
    wanted = new ArticleObjects(lab.okta, view);
    assets.save("\"enabled\":true");
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  private static JsonNode run(String body) {
    return lab.await(lab.begin(connection, body));
  }

  private static JsonNode counts(JsonNode run) {
    return run.path("counts").path("objects");
  }

  @Test
  public void a_aDryRunTellsWhatWouldBeMadeAndMakesNothing() {
    JsonNode run = run("{\"part\":\"assets\",\"dryRun\":true}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertTrue(run.toString(), run.path("planned").path("objects").path("created").asLong() > 100);
    assertEquals(0, view.count("Users"));
  }

  @Test
  public void b_whatIsImportedIsWhatTheOrganisationHolds() {
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertPeople();
    wanted.assertGroups();
    wanted.assertApps();
    wanted.assertDevices();
  }

  @Test
  public void c_aSecondImportWritesNothing() {
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
      assertEquals(kind + " in " + run, 0, counts(run).path(kind).asLong());
    }
    assertTrue(run.toString(), counts(run).path("unchanged").asLong() > 100);
  }

  @Test
  public void d_moversAreFollowedAndWhatIsGoneIsMarkedOnly() {
    User mover = lab.okta.directory().users().get(5);
    lab.okta.directory().update(mover.id(), Map.of("lastName", "Newname \"; OR \\"), true);
    Device gone = lab.okta.devices().all().get(0);
    lab.okta.devices().setActive(gone.id(), false);
    lab.okta.devices().delete(gone.id());
    long before = view.count("Devices");
    JsonNode run = run("{\"part\":\"assets\"}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertEquals(before, view.count("Devices"));
    assertEquals(run.toString(), 1, counts(run).path("retired").asLong());
    assertPeople();
  }

  @Test
  public void e_aHostOutOfReachHarmsNobody_andTheDirectoryGoesOn() {
    lab.host.assetsFaults().setEnabled(false);
    try {
      JsonNode run = run("{}");
      assertEquals(run.toString(), "PARTIAL", run.path("state").asText());
      assertNotEquals(0, lab.jira.users().size());
    } finally {
      lab.host.assetsFaults().setEnabled(true);
    }
    JsonNode run = run("{}");
    assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
    assertPeople();
    assertAccounts();
  }

  /** Now that people have accounts in Jira, their objects name them. */
  private static void assertAccounts() {
    Map<String, AssetsView.Found> objects = view.all("Users", "WorkerID");
    Map<String, JsonNode> accounts = lab.jira.users();
    long named = 0;
    for (User user : lab.okta.directory().users()) {
      Set<String> account = objects.get(user.id()).values("User");
      named += account.size();
      if (!account.isEmpty()) {
        JsonNode jira = accounts.get(user.text("login").toLowerCase(Locale.ROOT));
        assertEquals(Set.of(jira.path("displayName").asText()), account);
      }
    }
    long there =
        lab.okta.directory().users().stream()
            .filter(user -> user.text("login") != null)
            .filter(user -> accounts.containsKey(user.text("login").toLowerCase(Locale.ROOT)))
            .count();
    assertEquals(there, named);
  }

  private static void assertPeople() {
    wanted.assertPeople("WorkerID", ArticleObjects.WORKERS);
    wanted.assertPeople("Username", ArticleObjects.ACCESS);
    wanted.assertAccess("WorkerID");
  }
}
