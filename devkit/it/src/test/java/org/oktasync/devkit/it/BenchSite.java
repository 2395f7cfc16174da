package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.oktaorg.OktaOrg;

/**
 * A Jira of one node with the built add-on, in a process with a limited heap, on PostgreSQL; and an
 * organisation beside it. What a run takes is measured from outside.
 */
final class BenchSite implements AutoCloseable {
  final OktaOrg okta;
  final Node node;
  final HeapWatch heap;
  private final Postgres postgres;
  private final HostDatabase database;
  private final Jdbc jdbc;
  private final Path folder = Lab.temporaryFolder();

  /**
   * @param limit option for the heap of the node, such as {@code -Xmx512m}
   * @param words the organisation's options
   */
  BenchSite(String limit, String... words) throws Exception {
    this(limit, List.of(), words);
  }

  /**
   * @param limit option for the heap of the node, such as {@code -Xmx512m}
   * @param host words of the host beside those that every node needs
   * @param words the organisation's options
   */
  BenchSite(String limit, List<String> host, String... words) throws Exception {
    okta = Lab.organisation(words);
    postgres = new Postgres(folder);
    int port = ServerProcess.freePort();
    List<String> java = new ArrayList<>(List.of(HeapWatch.options(port)));
    java.add(limit);
    java.addAll(List.of(System.getProperty("bench.java", "").split(" ")));
    java.removeIf(String::isBlank);
    node =
        new Node(
            okta,
            Node.Plan.alone(folder, postgres.settings(), java.toArray(new String[0]))
                .with(host.toArray(new String[0])));
    node.start();
    heap = new HeapWatch(port);
    database = HostDatabase.open(postgres.settings());
    jdbc = new Jdbc(database.source());
  }

  /**
   * What a run took.
   *
   * @param calls what the organisation counted
   * @param directory rows that are new or changed in the tables of users, groups and memberships
   * @param own the same of the add-on's tables
   * @param heap MiB at the most, see {@link HeapWatch}
   */
  record Cost(JsonNode run, double seconds, long calls, long directory, long own, double heap) {
    /** A line for a table. */
    String line(String what) {
      return "%-22s %-10s %8.1f s %7d calls %9d directory rows %9d own rows %6.1f MiB"
          .formatted(what, run.path("state").asText(), seconds, calls, directory, own, heap);
    }
  }

  /** Does a run to its end; {@code body} as in the REST interface. */
  Cost run(long connection, String body) {
    okta.requests().clear();
    long before = transaction();
    heap.begin();
    long begin = System.nanoTime();
    JsonNode run = node.await(node.begin(connection, body));
    double seconds = (System.nanoTime() - begin) / 1e9;
    double most = heap.most();
    return new Cost(
        run,
        seconds,
        okta.requests().count(),
        written("cwd_%", before) + written("app_user", before),
        written("AO_%", before),
        most);
  }

  /** The number that the next transaction has, or less. */
  private long transaction() {
    return jdbc.query("select txid_current()", row -> row.getLong(1)).get(0);
  }

  /** Rows that are new or have changed since a transaction, in all tables of such names. */
  private long written(String tables, long since) {
    String names = "select tablename from pg_tables where tablename like ?";
    return jdbc.query(names, row -> row.getString(1), tables).stream()
        .map(table -> "select count(*) from \"" + table + "\" where xmin::text::bigint > ?")
        .mapToLong(rows -> jdbc.query(rows, row -> row.getLong(1), since).get(0))
        .sum();
  }

  /** MiB that the database takes. */
  long databaseSize() {
    String size = "select pg_database_size(current_database())";
    return jdbc.query(size, row -> row.getLong(1)).get(0) >> 20;
  }

  @Override
  public void close() throws Exception {
    heap.close();
    database.close();
    node.process.stop();
    postgres.close();
    okta.close();
    Lab.deleteFolder(folder);
  }
}
