package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import org.oktasync.devkit.oktaorg.UserStatus;

/**
 * A large organisation: first sync, a sync without changes, and one with a hundred. Prints figures,
 * asserts nothing: {@code java -cp ... ScaleBench [users groups memberships]}.
 */
public final class ScaleBench {
  private ScaleBench() {}

  public static void main(String[] args) throws Exception {
    String users = args.length > 0 ? args[0] : "20000";
    String groups = args.length > 1 ? args[1] : "500";
    String memberships = args.length > 2 ? args[2] : "180000";
    try (Lab lab = new Lab("--users", users, "--groups", groups, "--memberships", memberships)) {
      long connection = lab.connect();
      long budget = CallBudget.of(lab.okta);
      report(lab, "first sync", connection, budget);
      String before = lab.host.users().tablesDigest();
      report(lab, "no change", connection, budget);
      boolean same = before.equals(lab.host.users().tablesDigest());
      System.out.println("rows written by the run without changes: " + (same ? "none" : "SOME"));
      lab.okta.directory().users().stream()
          .filter(user -> user.status() == UserStatus.ACTIVE && user.text("email") != null)
          .limit(100)
          .forEach(
              user ->
                  lab.okta
                      .directory()
                      .update(user.id(), java.util.Map.of("displayName", "Changed"), true));
      report(lab, "100 changes", connection, budget);
    }
  }

  private static void report(Lab lab, String what, long connection, long budget) {
    lab.okta.requests().clear();
    long begin = System.nanoTime();
    JsonNode run = lab.sync(connection);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.printf(
        "%-12s %s in %.1f s, %d calls of %d allowed, heap after %d MiB, users %s, memberships %s%n",
        what,
        run.path("state").asText(),
        seconds,
        lab.okta.requests().count(),
        budget,
        heap,
        run.path("counts").path("users"),
        run.path("counts").path("memberships"));
  }
}
