package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.After;
import org.junit.Test;

public class SearchTest {
  private final OktaOrg org =
      OktaOrg.start(Options.of("--users", "120", "--groups", "20").forTest(new TestClock()));
  private final TestClient client = new TestClient(org);

  @After
  public void stop() {
    org.close();
  }

  private List<String> found(String expression) throws Exception {
    return client.ids("/api/v1/users?limit=7&search=" + TestClient.encode(expression));
  }

  private List<String> expected(Predicate<User> wanted) {
    return org.directory().users().stream().filter(wanted).map(User::id).toList();
  }

  private void refused(String expression) throws Exception {
    HttpResponse<String> answer =
        client.get("/api/v1/users?search=" + TestClient.encode(expression));
    assertEquals(expression, 400, answer.statusCode());
    assertEquals(expression, "E0000031", client.errorCode(answer));
  }

  @Test
  public void everyOperator_findsWhomItShould() throws Exception {
    assertEquals(
        expected(user -> "Sales".equals(user.text("department"))),
        found("profile.department eq \"sales\""));
    assertEquals(
        expected(user -> user.login().toLowerCase(Locale.ROOT).startsWith("jo")),
        found("profile.login sw \"JO\""));
    assertEquals(expected(user -> user.login().contains("a")), found("profile.login co \"a\""));
    assertEquals(
        expected(user -> (int) user.profile().get("badgeNumber") >= 5_060),
        found("profile.badgeNumber ge 5060"));
    assertEquals(
        expected(user -> Boolean.TRUE.equals(user.profile().get("external"))),
        found("profile.external eq true"));
    assertEquals(
        expected(user -> user.profile().containsKey("skills")), found("profile.skills pr"));
    assertEquals(
        "an array fits by one element",
        expected(user -> user.profile().containsKey("skills")),
        found("profile.skills eq \"sql\""));
    User some = org.directory().users().get(40);
    assertEquals(
        expected(user -> user.lastUpdated().isAfter(some.lastUpdated())),
        found("lastUpdated gt \"" + some.lastUpdated() + "\""));
    assertEquals(
        expected(user -> user.typeId().equals(org.directory().types().external().id())),
        found("type.id eq \"" + org.directory().types().external().id() + "\""));
  }

  @Test
  public void deactivatedPeople_areAmongThem() throws Exception {
    assertEquals(
        expected(user -> user.status() == UserStatus.DEPROVISIONED),
        found("status eq \"DEPROVISIONED\""));
    assertEquals(
        "what stands for ne",
        expected(user -> user.status() != UserStatus.STAGED),
        found("(status lt \"STAGED\" or status gt \"STAGED\")"));
  }

  @Test
  public void expressions_combine() throws Exception {
    assertEquals(
        expected(
            user ->
                "Sales".equals(user.text("department"))
                    || ("Legal".equals(user.text("department"))
                        && user.status() == UserStatus.ACTIVE)),
        found(
            "profile.department eq \"Sales\" or profile.department eq \"Legal\" AND status eq"
                + " \"ACTIVE\""));
    assertEquals(List.of(), found("profile.city eq \"Nowhere\""));
  }

  @Test
  public void valuesOfAnyLength_areRead() throws Exception {
    assertEquals(List.of(), found("profile.city eq \"" + "x".repeat(5_000) + "\""));
    assertEquals(List.of(), found("profile.city eq \"" + "\\\"".repeat(1_000) + "\""));
  }

  @Test
  public void accents_count() throws Exception {
    User user = org.directory().users().get(5);
    org.directory().update(user.id(), Map.of("title", "Isáàc"), true);
    assertEquals(List.of(user.id()), found("profile.title eq \"ISÁÀC\""));
    assertEquals(List.of(), found("profile.title eq \"Isaac\""));
  }

  @Test
  public void whatOktaRefuses_isRefused() throws Exception {
    refused("status ne \"STAGED\"");
    refused("not (status eq \"STAGED\")");
    refused("profile.department co \"Sal\"");
    refused("profile.unheardOf eq \"x\"");
    refused("profile.external sw true");
    refused("profile.external eq yes");
    refused("profile.badgeNumber eq \"5060\"");
    refused("profile.badgeNumber gt abc");
    refused("status eq ACTIVE");
    refused("created gt \"yesterday\"");
    refused("status eq");
    refused("(status pr");
    refused("Status pr");
    assertEquals(400, client.get("/api/v1/users?sortBy=status").statusCode());
    String both = "?search=status%20pr&filter=" + TestClient.encode("status eq \"ACTIVE\"");
    assertEquals(400, client.get("/api/v1/users" + both).statusCode());
  }

  @Test
  public void sorting_goesThroughAllPages() throws Exception {
    String path = "/api/v1/users?limit=7&search=status%20pr&sortBy=profile.lastName";
    Comparator<User> byName =
        Comparator.comparing(
            user ->
                user.text("lastName") == null
                    ? null
                    : user.text("lastName").toLowerCase(Locale.ROOT),
            Comparator.nullsLast(Comparator.naturalOrder()));
    assertEquals(sorted(byName.thenComparing(User::id)), client.ids(path));
    List<String> descending = client.ids(path + "&sortOrder=desc");
    assertEquals(120, descending.size());
    assertFalse(descending.equals(client.ids(path)));
    assertEquals(400, client.get(path + "&sortOrder=up").statusCode());
    assertEquals(400, client.get("/api/v1/users?search=status%20pr&sortBy=x").statusCode());
  }

  private List<String> sorted(Comparator<User> order) {
    List<User> users = new ArrayList<>(org.directory().users());
    users.sort(order);
    return users.stream().map(User::id).toList();
  }

  @Test
  public void aCursor_belongsToItsSearch() throws Exception {
    HttpResponse<String> page = client.get("/api/v1/users?limit=5&search=status%20pr");
    String cursor = TestClient.next(page).replaceAll(".*after=([^&]*).*", "$1");
    String other = "/api/v1/users?search=created%20pr&after=" + cursor;
    assertEquals(400, client.get(other).statusCode());
  }

  @Test
  public void groups_areSearchedToo() throws Exception {
    String all = "profile.name sw \"all\" or type eq \"built_in\"";
    List<String> found = client.ids("/api/v1/groups?search=" + TestClient.encode(all));
    assertEquals(
        org.directory().groups().stream()
            .filter(group -> group.type() == GroupType.BUILT_IN || group.name().startsWith("All"))
            .map(Group::id)
            .toList(),
        found);
    assertTrue(found.size() >= 2);
    String owner = TestClient.encode("profile.owner eq \"it@larkfield.example\"");
    assertTrue(client.ids("/api/v1/groups?search=" + owner).size() > 2);
    String wrong = "/api/v1/groups?search=" + TestClient.encode("profile.owner co \"it\"");
    assertEquals(400, client.get(wrong).statusCode());
  }
}
