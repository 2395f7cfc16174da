package org.oktasync.devkit.it;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.devkit.oktaorg.User;

/**
 * Everybody takes over an account of Jira's own directory, by the built add-on: seconds of each
 * step, and how often accounts were read one by one and many together. {@code bench.namesakes} sets
 * how many people.
 */
public class NamesakeBench {
  private static final int PEOPLE = Integer.getInteger("bench.namesakes", 3_000);
  private static final long OLD = 1;

  @Test
  public void measure() throws Exception {
    try (Lab lab = new Lab("--users", "" + PEOPLE, "--groups", "1", "--clean")) {
      fill(lab);
      long connection = lab.connect();
      String at = "/connections/" + connection + "/adoption";
      System.out.printf("%n%d people in Okta and in Jira's own directory%n", PEOPLE);
      measured(lab, "preview", () -> lab.rest.get(at + "?limit=1").expect(200));
      measured(lab, "confirmation", () -> ended(lab, at, "{\"verdicts\":[\"namesake\"]}"));
      measured(lab, "dry run", () -> lab.dryRun(connection));
      measured(lab, "sync", () -> lab.sync(connection));
      measured(lab, "no change", () -> lab.sync(connection));
    }
  }

  private interface Step {
    JsonNode take() throws Exception;
  }

  private static JsonNode ended(Lab lab, String path, String body) {
    return lab.await(lab.rest.post(path, body).expect(202).path("id").asLong());
  }

  private static void measured(Lab lab, String what, Step step) throws Exception {
    long singleBefore = reads(lab, false);
    long togetherBefore = reads(lab, true);
    long start = System.nanoTime();
    JsonNode answer = step.take();
    System.out.printf(
        "  %s: %s, %.1f s, %d accounts read one by one, %d times many together%n",
        what,
        answer.has("state") ? answer.at("/counts/users/created") + " created" : "",
        (System.nanoTime() - start) / 1e9,
        reads(lab, false) - singleBefore,
        reads(lab, true) - togetherBefore);
  }

  /** Queries of accounts by name, from the database's own statistics. */
  private static long reads(Lab lab, boolean together) throws SQLException {
    try (Connection connection = lab.host.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set query_statistics true");
      statement.execute("set query_statistics_max_entries 100000");
      long reads = 0;
      try (ResultSet rows =
          statement.executeQuery(
              "select sql_statement, execution_count from information_schema.query_statistics")) {
        while (rows.next()) {
          String sql = rows.getString(1).toLowerCase(java.util.Locale.ROOT);
          int names = sql.split("lower_user_name = \\?", -1).length - 1;
          boolean one = names == 1 && sql.contains("directory_id = ?");
          if (sql.contains("from cwd_user") && (together ? names > 1 : one)) {
            reads += rows.getLong(2);
          }
        }
      }
      return reads;
    }
  }

  private static void fill(Lab lab) throws Exception {
    Set<UserTemplateWithCredentialAndAttributes> people = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (User user : lab.okta.directory().users()) {
      UserTemplateWithAttributes template = new UserTemplateWithAttributes(user.login(), OLD);
      template.setActive(true);
      template.setDisplayName("Old " + user.login());
      template.setFirstName("Old");
      template.setLastName("Name");
      template.setEmailAddress(user.text("email"));
      people.add(new UserTemplateWithCredentialAndAttributes(template, PasswordCredential.NONE));
      names.add(user.login());
    }
    DirectoryManager crowd = lab.host.service(DirectoryManager.class);
    crowd.addAllUsers(OLD, people, false);
    crowd.addAllUsersToGroup(OLD, names, "jira-software-users");
  }
}
