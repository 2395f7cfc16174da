package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * A node dies by SIGKILL at a random word of what it says to Okta or to PostgreSQL; one sync later
 * Jira is as if nothing had happened. The system property {@code kills} sets how often, {@code
 * kills.seed} repeats a test that failed.
 */
public class KilledNodeTest {
  private static final int KILLS = Integer.getInteger("kills", 10);
  private static final long SEED = Long.getLong("kills.seed", new Random().nextInt());

  /** Logins that an account outside the connection's hands holds. */
  private static final Set<String> TAKEN = Set.of("fred", "local-2");

  private final Random random = new Random(SEED);
  private MortalNode mortal;
  private Node node;
  private Foreigners foreigners;
  private Books books;
  private Upheaval upheaval;
  private long connection;
  private Map<String, String> foreign;

  @Before
  public void settle() throws Exception {
    System.out.println("kills.seed=" + SEED);
    mortal =
        new MortalNode("--users", "300", "--groups", "20", "--clean", "--seed", "" + (SEED >>> 1));
    node = mortal.node;
    TAKEN.forEach(this::claim);
    books = new Books(mortal.okta, TAKEN);
    upheaval = new Upheaval(mortal.okta, random);
    foreigners = new Foreigners(mortal.postgres.settings());
    connection = mortal.connect();
    foreigners.settle();
    sync();
    look("the first sync");
    foreigners.join(books.groups().get(0));
    foreign = foreigners.seenBy(node.jira, books.groups());
    upheaval.happen();
    mortal.learn(this::sync);
    look("a sync that nobody disturbed");
  }

  /** Somebody in Okta has the login of an account that is not the connection's. */
  private void claim(String login) {
    Map<String, Object> profile =
        Map.of("login", login, "email", login + "@larkfield.example", "lastName", "Claims");
    User claimant = mortal.okta.directory().importUser(profile, UserStatus.ACTIVE);
    mortal.okta.directory().groups().stream()
        .skip(1)
        .filter(group -> group.rule() == null)
        .limit(3)
        .forEach(
            group -> {
              List<String> members = new ArrayList<>();
              mortal.okta.directory().members(group.id()).forEach(user -> members.add(user.id()));
              members.add(claimant.id());
              mortal.okta.directory().importMembers(group.id(), members);
            });
  }

  @After
  public void end() throws Exception {
    foreigners.close();
    mortal.close();
  }

  @Test
  public void whateverADeadNodeLeftOneSyncMends() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      upheaval.happen();
      String what = mortal.killDuringARun(connection, random);
      System.out.println("kill " + kill + ": " + what);
      node.start();
      String told = "kills.seed=" + SEED + ", kill " + kill + ": " + what;
      sync();
      look(told);
      assertEquals(told, List.of(), foreigners.duplicates());
      assertEquals(told, foreign, foreigners.seenBy(node.jira, books.groups()));
      assertQuiet(told);
    }
  }

  /** Brings Jira in step, with a person's consent where a limit asks for it. */
  private void sync() {
    JsonNode run = node.approved(node.sync(connection));
    assertEquals("kills.seed=" + SEED + ": " + run, "SUCCEEDED", run.path("state").asText());
    books.takeStock();
  }

  private void look(String what) {
    try {
      books.assertKeptBy(node.jira, what, Foreigners.NAMES);
    } catch (AssertionError e) {
      String left = "/connections/" + connection + "/findings?limit=1000";
      System.out.println("left alone: " + node.rest.get(left).expect(200));
      throw e;
    }
  }

  private void assertQuiet(String what) {
    String before = foreigners.tablesDigest();
    JsonNode second = node.sync(connection);
    assertEquals(what + ": " + second, "SUCCEEDED", second.path("state").asText());
    assertEquals(what, before, foreigners.tablesDigest());
    JsonNode changes =
        node.rest.get("/runs/" + second.path("id").asLong() + "/changes").expect(200);
    assertEquals(what + ": " + changes, 0, changes.path("total").asInt());
  }
}
