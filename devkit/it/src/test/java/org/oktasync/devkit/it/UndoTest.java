package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** Undoing in a Jira: a wave of leavers comes back, and a first sync is taken back on approval. */
public class UndoTest {
  private static void loseAFew(Lab lab) {
    int i = 0;
    for (User user : lab.okta.directory().users()) {
      if (i++ % 30 == 1) {
        lab.okta.directory().setStatus(user.id(), UserStatus.DEPROVISIONED);
      }
    }
  }

  private static long active(Lab lab) {
    return lab.jira.users().values().stream().filter(u -> u.path("active").asBoolean()).count();
  }

  /** Accounts, groups and memberships as Jira tells them. */
  private static String held(Lab lab) {
    StringBuilder held = new StringBuilder(lab.jira.users().toString());
    lab.jira.groups().forEach(name -> held.append(name).append(lab.jira.members(name)));
    return held.toString();
  }

  private static long undo(Lab lab, long run) {
    return lab.rest.post("/runs/" + run + "/undo", "{}").expect(202).path("id").asLong();
  }

  @Test
  public void leaversComeBackAndAFirstSyncIsTakenBackOnApproval() throws Exception {
    try (Lab lab = new Lab("--users", "90", "--groups", "8", "--clean")) {
      long connection = lab.connect();
      JsonNode first = lab.sync(connection);
      String synced = held(lab);
      long everybody = active(lab);
      loseAFew(lab);
      JsonNode leaving = lab.sync(connection);
      assertEquals(leaving.toString(), "SUCCEEDED", leaving.path("state").asText());
      assertTrue(active(lab) < everybody);

      JsonNode back = lab.await(undo(lab, leaving.path("id").asLong()));
      assertEquals(back.toString(), "SUCCEEDED", back.path("state").asText());
      assertEquals(leaving.path("id").asLong(), back.path("undoOf").asLong());
      assertEquals(0, back.path("source").path("calls").asLong());
      assertEquals(synced, held(lab));

      JsonNode stopped = lab.await(undo(lab, first.path("id").asLong()));
      assertEquals("HELD", stopped.path("state").asText());
      assertEquals(synced, held(lab));
      long id = stopped.path("id").asLong();
      lab.rest.post("/runs/" + id + "/approve", "{}").expect(202);
      JsonNode undone = lab.await(id);
      assertEquals(undone.toString(), "SUCCEEDED", undone.path("state").asText());
      assertEquals("admin and fred", 2, active(lab));
      assertEquals(0, undone.path("counts").path("memberships").path("failed").asLong());
    }
  }
}
