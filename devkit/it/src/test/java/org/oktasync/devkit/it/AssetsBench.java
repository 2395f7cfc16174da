package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/**
 * An import of objects of a large organisation in a Jira with 512 MiB on PostgreSQL, which holds
 * Assets too: calls, time, heap. {@code bench.objects.users} sets the number of people; each has 50
 * of 500 groups and a device, and there are 20 applications and 200 administrators with three
 * roles. Prints figures; asserts that both imports succeed, the second one writes nothing, and the
 * calls keep to the budget and 5 %.
 */
public class AssetsBench {
  private static final int USERS = Integer.getInteger("bench.objects.users", 20_000);
  private static final String HEAP = System.getProperty("bench.heap", "-Xmx512m");
  private static final int GROUPS_OF_EACH = 50;

  @Test
  public void measure() throws Exception {
    try (BenchSite site =
        new BenchSite(
            HEAP,
            List.of("--assets", "on"),
            "--users",
            Integer.toString(USERS),
            "--groups",
            Integer.toString(USERS / 40),
            "--memberships",
            Integer.toString(USERS * GROUPS_OF_EACH),
            "--apps",
            "20",
            "--roles",
            "200",
            "--devices",
            Integer.toString(USERS),
            "--clean")) {
      long connection = site.node.connect();
      AssetsConnection assets = new AssetsConnection(site.node, connection);
      assets.settle();
      long budget = CallBudget.ofObjects(site.okta);
      System.out.printf(
          "%n%d people, %d groups, %s, idle %d MiB, calls allowed %d%n",
          USERS, USERS / 40, HEAP, Math.round(site.heap.now()), budget);
      BenchSite.Cost first = show(site, "first import", connection);
      assertTrue(first.calls() + " of " + budget, first.calls() <= budget * 1.05);
      BenchSite.Cost second = show(site, "second import", connection);
      for (String kind : List.of("created", "updated", "retired", "deleted", "failed")) {
        assertEquals(kind, 0, second.run().path("counts").path("objects").path(kind).asLong());
      }
    }
  }

  private static BenchSite.Cost show(BenchSite site, String what, long connection) {
    BenchSite.Cost cost = site.run(connection, "{\"part\":\"assets\"}");
    System.out.println(cost.line(what));
    System.out.println(cost.run().path("counts").path("objects"));
    assertEquals(cost.run().toString(), "SUCCEEDED", cost.run().path("state").asText());
    return cost;
  }
}
