package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Fault;

/** A server that is as poor as one can be and still speak Okta's API. */
public class PoorServerTest {
  @Test
  public void itIsReadWholeAllTheSame() throws Exception {
    try (Lab lab =
        new Lab("--users", "250", "--groups", "30", "--seed", "3", "--page-size-cap", "7")) {
      lab.okta.faults().arm(Fault.MERGED_LINKS, ".*", -1);
      lab.okta.faults().arm(Fault.LOWER_CASE_HEADERS, ".*", -1);
      lab.okta.faults().arm(Fault.NO_STATS, ".*", -1);
      lab.okta.faults().arm(Fault.UNKNOWN_FIELDS, ".*", -1);
      JsonNode run = lab.sync(lab.connect());
      assertEquals(run.toString(), "SUCCEEDED", run.path("state").asText());
      Expected expected = new Expected(lab.okta);
      TreeSet<String> present = new TreeSet<>(lab.jira.users().keySet());
      present.remove("admin");
      present.remove("fred");
      assertEquals(new TreeSet<>(expected.users.keySet()), present);
      for (String group : expected.groups.keySet()) {
        assertEquals(group, expected.groups.get(group), lab.jira.members(group));
      }
    }
  }
}
