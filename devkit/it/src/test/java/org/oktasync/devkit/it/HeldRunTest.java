package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** One wrong filter, seen from outside: held, over a restart, and decided by a person. */
public class HeldRunTest {
  private static void loseHalf(Lab lab) {
    int i = 0;
    for (User user : lab.okta.directory().users()) {
      if (i++ % 2 == 1) {
        lab.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED);
      }
    }
  }

  /** admin and fred. */
  private static final int LOCAL = 2;

  private static long active(Lab lab) {
    return lab.jira.users().values().stream().filter(u -> u.path("active").asBoolean()).count();
  }

  @Test
  public void aHeldRunRestsOverARestartAndGoesOnceItIsApproved() throws Exception {
    try (Lab lab = new Lab("--users", "60", "--groups", "8", "--clean")) {
      long connection = lab.connect();
      lab.sync(connection);
      loseHalf(lab);
      String before = lab.host.users().tablesDigest();
      JsonNode dry = lab.dryRun(connection);
      assertEquals("SUCCEEDED", dry.path("state").asText());
      assertTrue(dry.path("wouldHold").asBoolean());
      JsonNode held = lab.sync(connection);
      assertEquals("HELD", held.path("state").asText());
      assertEquals("maxDeactivations", held.path("breaches").path(0).path("guardrail").asText());
      lab.restart();
      assertEquals(before, lab.host.users().tablesDigest());
      long everybody = active(lab);
      long id = held.path("id").asLong();
      lab.rest.post("/runs/" + id + "/approve", "{}").expect(202);
      JsonNode approved = lab.await(id);
      assertEquals(approved.toString(), "SUCCEEDED", approved.path("state").asText());
      long gone = approved.path("counts").path("users").path("deactivated").asLong();
      assertTrue(gone > 20);
      assertEquals(everybody - gone, active(lab));
      assertEquals(409, lab.rest.post("/runs/" + id + "/approve", "{}").status());
    }
  }

  @Test
  public void cancelWhileWritingEndsWithinFiveSecondsAndTheNextRunGoesOn() throws Exception {
    try (Lab lab = new Lab("--users", "6000", "--groups", "80", "--clean")) {
      long connection = lab.connect();
      long run = lab.start(connection, false);
      Await.until("the first writes", () -> lab.jira.hasMoreThan(LOCAL), found -> found);
      long begin = System.nanoTime();
      lab.rest.post("/runs/" + run + "/cancel", "{}").expect(202);
      JsonNode ended = lab.await(run);
      long millis = (System.nanoTime() - begin) / 1_000_000;
      assertEquals(ended.toString(), "CANCELLED", ended.path("state").asText());
      assertTrue("took " + millis + " ms", millis < 5_000);
      long done = ended.path("counts").path("users").path("created").asLong();
      assertTrue("says what was done", done > 0);
      assertEquals("SUCCEEDED", lab.sync(connection).path("state").asText());
      assertEquals(new Expected(lab.okta).users.size() + 2, lab.jira.users().size());
    }
  }

  @Test
  public void cancelEndsWithinFiveSecondsEvenWhileOktaIsSilent() throws Exception {
    try (Lab lab = new Lab("--users", "30", "--groups", "6", "--clean")) {
      long connection = lab.connect();
      lab.okta.faults().arm(Fault.SLOW, ".*", -1, 60_000);
      long run = lab.start(connection, false);
      assertEquals(409, lab.rest.post("/connections/" + connection + "/runs", "{}").status());
      long begin = System.nanoTime();
      lab.rest.post("/runs/" + run + "/cancel", "{}").expect(202);
      JsonNode ended = lab.await(run);
      long millis = (System.nanoTime() - begin) / 1_000_000;
      assertEquals(ended.toString(), "CANCELLED", ended.path("state").asText());
      assertTrue("took " + millis + " ms", millis < 5_000);
      lab.okta.faults().clear();
    }
  }
}
