package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.Group;

/**
 * Very many seem to be gone from Okta, because its lists are empty, cut, forbidden, or no lists.
 * From outside: nobody loses anything, and even with an approval nobody does whom Okta still knows
 * when it is asked about them.
 */
public class LyingListsTest {
  private static final List<String> LISTS =
      List.of("users[?].*", "groups[?].*", "groups/[^/]+/users.*");

  private static Removals jira;

  @BeforeClass
  public static void settle() throws Exception {
    jira =
        Removals.inJira(
            "--users", "80", "--groups", "8", "--clean", "--seed", "21", "--page-size-cap", "10");
  }

  @AfterClass
  public static void end() throws Exception {
    jira.lab.close();
  }

  @After
  public void clean() {
    jira.lab.okta.faults().clear();
    jira.lab.okta.setTokenRevoked(false);
    assertEquals(Map.of(), jira.lost());
  }

  private static void always(Fault fault, String path) {
    jira.lab.okta.faults().arm(fault, ".*/api/v1/" + path, -1, 0);
  }

  private static void assertNobodyGoesEvenWhenApproved(JsonNode held) {
    JsonNode run = jira.approved(held);
    assertEquals(run.toString(), 0, run.path("written").path("directory").asInt());
  }

  @Test
  public void theListOfPeopleIsEmpty() {
    always(Fault.EMPTY_LIST, "users[?].*");
    JsonNode held = jira.sync("HELD");
    assertEquals(Set.of("minUsers", "maxDeactivations"), Removals.breaches(held));
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void theListOfPeopleIsImplausiblySmall() {
    always(Fault.TRUNCATED_LIST, "users[?].*");
    JsonNode held = jira.sync("HELD");
    assertTrue(Removals.breaches(held).contains("minUsersPercent"));
    assertNobodyGoesEvenWhenApproved(held);
  }

  /** The second page says that it is the last. */
  @Test
  public void mostOfThePagesAreMissing() {
    always(Fault.TRUNCATED_LIST, "users[?].*after=.*");
    JsonNode held = jira.sync("HELD");
    assertTrue(Removals.breaches(held).contains("maxDeactivations"));
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void aListOfMembersIsEmpty() {
    Group group = jira.largestGroup();
    always(Fault.EMPTY_LIST, "groups/" + group.id() + "/users.*");
    JsonNode held = jira.sync("HELD");
    assertTrue(Removals.breaches(held).contains("maxRemovalsPerGroup"));
    assertNobodyGoesEvenWhenApproved(held);
  }

  @Test
  public void theTokenLostItsRights() {
    for (String list : LISTS) {
      always(Fault.FORBIDDEN, list);
      assertEquals(Set.of(), Removals.breaches(jira.sync("FAILED", "PARTIAL")));
      jira.lab.okta.faults().clear();
    }
    jira.lab.okta.setTokenRevoked(true);
    jira.sync("FAILED");
    jira.lab.okta.setTokenRevoked(false);
    jira.sync("SUCCEEDED");
  }

  @Test
  public void webPagesComeInPlaceOfLists() {
    for (String list : LISTS) {
      always(Fault.LOGIN_PAGE, list);
      jira.sync("FAILED", "PARTIAL");
      jira.lab.okta.faults().clear();
    }
  }
}
