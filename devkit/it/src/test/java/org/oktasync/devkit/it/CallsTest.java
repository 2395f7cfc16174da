package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/** A full read keeps its budget of calls, and says what it cost. */
public class CallsTest {
  @Test
  public void aFullReadTakesNoMoreCallsThanItsBudget() throws Exception {
    try (Lab lab = new Lab("--users", "2000", "--groups", "80", "--seed", "9")) {
      long connection = lab.connect();
      lab.okta.requests().clear();
      JsonNode run = lab.sync(connection);
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      long calls = lab.okta.requests().count();
      assertTrue(calls + " calls", calls <= CallBudget.of(lab.okta));
      assertEquals(calls, run.path("source").path("calls").asLong());
    }
  }

  @Test
  public void aRunThatIsOverByTheTimeAnybodyLooksHasItsCostAllTheSame() throws Exception {
    try (Lab lab = new Lab("--users", "20", "--groups", "4", "--clean")) {
      long connection = lab.connect();
      for (int i = 0; i < 5; i++) {
        lab.okta.requests().clear();
        JsonNode run = lab.sync(connection);
        assertEquals(lab.okta.requests().count(), run.path("source").path("calls").asLong());
      }
    }
  }
}
