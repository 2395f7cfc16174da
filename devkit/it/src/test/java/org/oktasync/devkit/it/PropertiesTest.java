package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.Churn;
import org.oktasync.devkit.oktaorg.Fault;

/**
 * What must hold of every history, on the built add-on over HTTP and a real database: few
 * histories, and small ones. A failure names the seed.
 */
public class PropertiesTest {
  private static final int HISTORIES = 3;
  private static final int ROUNDS = 4;
  private static final String LOCAL = "local.person";
  private static final String LOCAL_GROUP = "local-group";
  private static final Set<String> OTHERS = Set.of("admin", "fred", LOCAL);

  @Test
  public void historiesByChanceHarmNobodyAndConverge() throws Exception {
    Random seeds = new Random(Long.getLong("QT_SEED", new Random().nextInt()));
    for (int i = 0; i < HISTORIES; i++) {
      long seed = seeds.nextInt(1_000_000);
      System.out.println("PropertiesTest: history of seed " + seed);
      try (Lab lab =
          new Lab("--users", "50", "--groups", "8", "--clean", "--seed", Long.toString(seed))) {
        new History(lab, seed).live();
      }
    }
  }

  /** One organisation and its Jira for a few rounds. */
  private static final class History {
    private final Lab lab;
    private final long seed;
    private final Random random;
    private final long connection;

    History(Lab lab, long seed) throws Exception {
      this.lab = lab;
      this.seed = seed;
      this.random = new Random(seed);
      this.connection = lab.connect();
      holdLocals();
    }

    private String at(int round) {
      return "seed " + seed + ", round " + round;
    }

    void live() {
      approved(lab.sync(connection));
      String locals = locals();
      for (int round = 1; round <= ROUNDS; round++) {
        List<?> done = lab.okta.churn().make(8, seed + round, Churn.EVERYDAY);
        brokenListsTakeNothingAway(at(round));
        aRevokedTokenWritesNothing(at(round));
        if (random.nextBoolean()) {
          aDryRunPlansTheRun(at(round));
        } else {
          approved(lab.incremental(connection));
        }
        assertEquals(at(round), locals, locals());
        InStep.assertSo(at(round) + " " + done, lab, connection, OTHERS);
      }
      theNextRunHasNothingToDo();
    }

    /** No list of members comes, and no number says that a group is empty. */
    private void brokenListsTakeNothingAway(String what) {
      lab.okta.faults().arm(Fault.FORBIDDEN, ".*/groups/[^/]+/users.*", -1, 0);
      lab.okta.faults().arm(Fault.NO_STATS, ".*/groups[?].*", -1, 0);
      JsonNode run = lab.sync(connection);
      lab.okta.faults().clear();
      assertEquals(what + run, 0, run.path("counts").path("memberships").path("removed").asInt());
      assertTrue(what + run, run.path("incomplete").size() > 0);
    }

    private void aRevokedTokenWritesNothing(String what) {
      String before = lab.host.users().tablesDigest();
      lab.okta.setTokenRevoked(true);
      JsonNode run = lab.sync(connection);
      lab.okta.setTokenRevoked(false);
      assertEquals(what + run, "FAILED", run.path("state").asText());
      assertEquals(what, before, lab.host.users().tablesDigest());
    }

    private void aDryRunPlansTheRun(String what) {
      String before = lab.host.users().tablesDigest();
      JsonNode dry = lab.dryRun(connection);
      assertEquals(what, before, lab.host.users().tablesDigest());
      JsonNode run = lab.sync(connection);
      assertEquals(what, dry.path("planFingerprint"), run.path("planFingerprint"));
      assertEquals(what, dry.path("wouldHold").asBoolean(), isHeld(run));
      if (isHeld(run)) {
        assertEquals(what + " held", before, lab.host.users().tablesDigest());
      }
      approved(run);
    }

    private void theNextRunHasNothingToDo() {
      String before = lab.host.users().tablesDigest();
      JsonNode run = lab.sync(connection);
      assertEquals("seed " + seed + run, "SUCCEEDED", run.path("state").asText());
      assertEquals("seed " + seed + run, before, lab.host.users().tablesDigest());
      assertEquals(0, run.path("written").path("directory").asInt());
    }

    private static boolean isHeld(JsonNode run) {
      return run.path("state").asText().equals("HELD");
    }

    /** The run, let go where a limit held it. */
    private void approved(JsonNode run) {
      JsonNode ended = run;
      if (isHeld(run)) {
        lab.rest.post("/runs/" + run.path("id").asLong() + "/approve", "{}").expect(202);
        ended = lab.await(run.path("id").asLong());
      }
      assertEquals("seed " + seed + ended, "SUCCEEDED", ended.path("state").asText());
    }

    /** Somebody and something in the very directory that is nobody's in Okta. */
    private void holdLocals() throws Exception {
      DirectoryManager crowd = lab.host.service(DirectoryManager.class);
      String path = "/connections/" + connection;
      long directory = lab.rest.get(path).expect(200).path("directory").path("id").asLong();
      UserTemplateWithAttributes person = new UserTemplateWithAttributes(LOCAL, directory);
      person.setActive(true);
      person.setDisplayName("A Local Person");
      person.setEmailAddress("local@example.com");
      crowd.addAllUsers(
          directory,
          Set.of(new UserTemplateWithCredentialAndAttributes(person, PasswordCredential.NONE)),
          false);
      crowd.addGroup(directory, new GroupTemplate(LOCAL_GROUP, directory));
      crowd.addAllUsersToGroup(directory, List.of(LOCAL), LOCAL_GROUP);
    }

    private String locals() {
      return lab.jira.users().get(LOCAL).toString() + new TreeSet<>(lab.jira.members(LOCAL_GROUP));
    }
  }
}
