package org.oktasync.devkit.it;

import java.nio.file.Path;
import java.util.List;
import org.oktasync.devkit.oktaorg.OktaOrg;

/**
 * The built add-on in two nodes of one Jira, each a process of its own, on one PostgreSQL and one
 * shared home, and an organisation beside them.
 */
final class Cluster implements AutoCloseable {
  final OktaOrg okta;
  final Postgres database;
  final Node a;
  final Node b;
  private final Path folder = Lab.temporaryFolder();

  /**
   * @param words the organisation's options, for example {@code --users 50 --clean}
   */
  Cluster(String... words) throws Exception {
    okta = Lab.organisation(words);
    database = new Postgres(folder);
    int first = ServerProcess.freePort();
    a = node("a", first, first);
    b = node("b", ServerProcess.freePort(), first);
    a.process.start();
    b.process.start();
    a.process.ready();
    b.process.ready();
  }

  private Node node(String name, int port, int first) {
    String baseUrl = Node.Plan.urlOf(first);
    List<String> java = List.of("-Xmx512m");
    return new Node(
        okta, new Node.Plan(folder, name, port, baseUrl, database.settings(), java, List.of()));
  }

  @Override
  public void close() throws Exception {
    a.process.stop();
    b.process.stop();
    database.close();
    okta.close();
    Lab.deleteFolder(folder);
  }
}
