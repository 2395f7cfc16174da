package org.oktasync.devkit.host;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.cluster.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.sample.SampleAddOn;

/** Two nodes that start at the same moment on an empty PostgreSQL. */
public class ClusterStartTest {
  @ClassRule public static final PostgresDatabase POSTGRES = new PostgresDatabase();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void tablesAndFirstDataAreMadeOnceAndBothNodesKnowOneAnother() throws Exception {
    DatabaseSettings database = POSTGRES.empty();
    Path jar = SampleAddOn.complete().jarIn(folder.getRoot().toPath());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<Host> starting = threads.submit(() -> Host.start(node("a", database, jar)));
    try (Host b = Host.start(node("b", database, jar));
        Host a = starting.get()) {
      List<Map.Entry<String, Integer>> notes =
          new Jdbc(a.dataSource())
              .query(
                  "select \"TEXT\", count(*) from \"AO_F5DA49_NOTE\" group by 1 order by 1",
                  row -> Map.entry(row.getString(1), row.getInt(2)));
      assertThat(notes, is(List.of(Map.entry("started", 2), Map.entry("upgraded from 0", 1))));
      for (Host host : List.of(a, b)) {
        ClusterManager cluster = host.service(ClusterManager.class);
        assertThat(cluster.isClustered(), is(true));
        Stream<String> alive = cluster.findLiveNodes().stream().map(Node::getNodeId);
        assertThat(alive.toList(), is(List.of("a", "b")));
        assertThat(host.users().authenticate("admin", "admin"), is(true));
      }
      assertThat(b.service(ClusterManager.class).getNodeId(), is("b"));
    } finally {
      threads.shutdown();
    }
  }

  private HostOptions node(String name, DatabaseSettings database, Path jar) {
    Path root = folder.getRoot().toPath();
    return HostOptions.in(root.resolve(name))
        .withSharedHome(root.resolve("shared"))
        .withNodeId(name)
        .withDatabase(database)
        .withPlugin(jar);
  }
}
