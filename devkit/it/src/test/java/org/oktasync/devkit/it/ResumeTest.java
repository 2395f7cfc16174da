package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/** The add-on is switched off in the middle of a run, and on again. */
public class ResumeTest {
  /** admin and fred. */
  private static final int LOCAL = 2;

  private static JsonNode latest(Lab lab) {
    return lab.rest.get("/runs?limit=1").expect(200).path("values").path(0);
  }

  @Test
  public void aRunThatWasUnderWayWhenTheAddOnWasDisabledIsResumedWhenItIsEnabled()
      throws Exception {
    try (Lab lab = new Lab("--users", "6000", "--groups", "80", "--clean")) {
      long connection = lab.connect();
      long run = lab.start(connection, false);
      Await.until("the first writes", () -> lab.jira.hasMoreThan(LOCAL), found -> found);
      long begin = System.nanoTime();
      lab.host.disable();
      long millis = (System.nanoTime() - begin) / 1_000_000;
      assertTrue("disabling took " + millis + " ms", millis < 15_000);
      lab.host.enable();
      JsonNode stopped = lab.rest.get("/runs/" + run).expect(200);
      assertEquals(stopped.toString(), "INTERRUPTED", stopped.path("state").asText());
      assertEquals("run-node-stopped", stopped.path("code").asText());
      JsonNode resumed =
          Await.until(
              "the resumed run", () -> latest(lab), found -> found.path("id").asLong() != run);
      assertEquals(run, resumed.path("resumedFrom").asLong());
      JsonNode ended = lab.await(resumed.path("id").asLong());
      assertEquals(ended.toString(), "SUCCEEDED", ended.path("state").asText());
      assertEquals(new Expected(lab.okta).users.size() + 2, lab.jira.users().size());
    }
  }
}
