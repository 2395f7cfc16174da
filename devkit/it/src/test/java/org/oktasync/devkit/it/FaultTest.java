package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;

/** What goes wrong at Okta has a code of its own, and removes nothing. */
public class FaultTest {
  private static Lab lab;
  private static long connection;

  @BeforeClass
  public static void settle() throws Exception {
    lab = new Lab("--users", "60", "--groups", "12", "--seed", "5");
    connection = lab.connect();
    assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
  }

  @AfterClass
  public static void end() throws Exception {
    lab.close();
  }

  private static JsonNode syncWith(Fault fault, String path, long value) {
    String before = lab.host.users().tablesDigest();
    lab.okta.faults().clear();
    lab.okta.faults().arm(fault, path, -1, value);
    JsonNode run = lab.sync(connection);
    lab.okta.faults().clear();
    assertEquals("nothing removed", before, lab.host.users().tablesDigest());
    return run;
  }

  @Test
  public void eachFaultHasACodeOfItsOwn() throws Exception {
    Map<String, Fault> codes = new HashMap<>();
    Fault[] faults = {
      Fault.TOKEN_REVOKED, Fault.LOGIN_PAGE, Fault.REDIRECT, Fault.CUT_BODY, Fault.STATUS_500,
    };
    for (Fault fault : faults) {
      JsonNode run = syncWith(fault, ".*/users.*", 0);
      assertEquals(run.toString(), "FAILED", run.path("state").asText());
      Fault before = codes.put(run.path("code").asText(), fault);
      assertTrue(before + " and " + fault + " share " + run.path("code"), before == null);
      assertFalse(run.path("message").asText().isBlank());
      assertFalse(run.path("message").asText().startsWith("okta-sync."));
    }
  }

  /** Those that pass on a second try, and those that are none to who reads well. */
  @Test
  public void faultsThatPassLeaveNoTrace() {
    Set<Fault> lasting =
        Set.of(
            Fault.LOGIN_PAGE,
            Fault.REDIRECT,
            Fault.TOKEN_REVOKED,
            Fault.FORBIDDEN,
            Fault.NOT_OFFERED,
            Fault.CONFLICT,
            Fault.TRUNCATED_LIST,
            Fault.EMPTY_LIST,
            Fault.REPEATED_PAGE,
            // It changes the organisation, and not the answer.
            Fault.CHURN);
    for (Fault fault : Fault.values()) {
      boolean ofRequests = fault.ordinal() < Fault.EVENT_LATE.ordinal();
      if (ofRequests && !lasting.contains(fault)) {
        String before = lab.host.users().tablesDigest();
        boolean slow = fault == Fault.SLOW || fault == Fault.SLOW_BODY;
        lab.okta.faults().arm(fault, ".*/api/v1/(users|groups).*", 2, slow ? 2_000 : 1);
        JsonNode run = lab.sync(connection);
        lab.okta.faults().clear();
        assertEquals(fault + " " + run, "SUCCEEDED", run.path("state").asText());
        assertEquals(fault + " " + run, before, lab.host.users().tablesDigest());
      }
    }
  }

  @Test
  public void listsThatBreakOffMakeTheRunPartialAndHarmless() {
    JsonNode run = syncWith(Fault.STATUS_500, ".*/groups/[^/]+/users.*", 0);
    assertEquals(run.toString(), "PARTIAL", run.path("state").asText());
    assertTrue(run.path("incomplete").size() > 0);
  }

  @Test
  public void aMemberListThatDiffersFromItsCountIsAcceptedWithANotice() {
    lab.okta.faults().arm(Fault.TRUNCATED_LIST, ".*/groups/[^/]+/users.*", -1);
    JsonNode run = lab.dryRun(connection);
    lab.okta.faults().clear();
    String notice = run.path("notices").path(0).path("code").asText();
    assertEquals(run.toString(), "run-count-differs", notice);
  }

  @Test
  public void aListCutShortWithoutANextRemovesNobody() {
    JsonNode run = syncWith(Fault.TRUNCATED_LIST, ".*/users.*", 0);
    assertTrue(run.toString(), !run.path("state").asText().equals("SUCCEEDED"));
  }

  @Test
  public void aPageThatComesTwiceRemovesNobody() {
    JsonNode run = syncWith(Fault.REPEATED_PAGE, ".*/users.*", 0);
    assertTrue(run.toString(), !run.path("state").asText().equals("FAILED"));
  }

  @Test
  public void aWrongDomainAndAWrongTokenAreToldApart() throws Exception {
    String create = "{\"create\":\"Second\"}";
    long wrong = lab.connectAs("Wrong token", lab.okta.baseUrl(), "not-the-token", create);
    String denied = lab.rest.post("/connections/" + wrong + "/test", "{}").body();
    lab.rest.delete("/connections/" + wrong).expect(204);
    long nobody =
        lab.connectAs(
            "Nobody",
            "http://127.0.0.1:" + ServerProcess.freePort(),
            "any-token",
            "{\"create\":\"Third\"}");
    String refused = lab.rest.post("/connections/" + nobody + "/test", "{}").body();
    lab.rest.delete("/connections/" + nobody).expect(204);
    assertTrue(denied, denied.contains("\"ok\":false"));
    assertTrue(refused, refused.contains("\"ok\":false"));
    assertFalse(code(denied).equals(code(refused)));
    assertFalse(denied.contains("not-the-token"));
  }

  private static String code(String body) {
    return body.replaceAll("(?s).*?\"ok\":false,\"code\":\"([^\"]+)\".*", "$1");
  }
}
