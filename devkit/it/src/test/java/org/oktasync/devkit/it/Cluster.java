package org.oktasync.devkit.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.postgres.PostgresServer;
import org.oktasync.devkit.oktaorg.OktaOrg;

/**
 * The built add-on in two nodes of one Jira, each a process of its own, on one PostgreSQL and one
 * shared home, and an organisation beside them.
 */
final class Cluster implements AutoCloseable {
  final OktaOrg okta;
  final Node a;
  final Node b;
  private final Path folder = Lab.temporaryFolder();
  private final ServerProcess database;
  private final DatabaseSettings settings;

  /**
   * @param words the organisation's options, for example {@code --users 50 --clean}
   */
  Cluster(String... words) throws Exception {
    okta = Lab.organisation(words);
    int port = freePort();
    settings = PostgresServer.settings(port);
    database =
        new ServerProcess(
            PostgresServer.class,
            "-Xmx256m",
            folder.resolve("postgres.log"),
            "--port",
            Integer.toString(port),
            "--data",
            folder.resolve("postgres").toString());
    startDatabase();
    int first = freePort();
    String baseUrl = "http://localhost:" + first + "/jira";
    a = new Node("a", first, baseUrl);
    b = new Node("b", freePort(), baseUrl);
    a.process.start();
    b.process.start();
    a.awaitReady();
    b.awaitReady();
  }

  /** The database goes away; its clients lose their connections. */
  void stopDatabase() throws InterruptedException {
    database.stop();
  }

  /** The database comes back on the same data and port. */
  void startDatabase() {
    database.start();
    database.ready();
  }

  /** One node. */
  final class Node extends Site {
    private final ServerProcess process;

    private Node(String name, int port, String baseUrl) {
      super(Cluster.this.okta);
      process =
          new ServerProcess(
              Host.class,
              "-Xmx512m",
              folder.resolve(name + ".log"),
              "--node",
              name,
              "--port",
              Integer.toString(port),
              "--base-url",
              baseUrl,
              "--home",
              folder.resolve(name).toString(),
              "--shared-home",
              folder.resolve("shared").toString(),
              "--db",
              settings.url(),
              "--db-user",
              settings.user(),
              "--plugin",
              System.getProperty("addon.jar"));
    }

    private void awaitReady() {
      answersAt(URI.create(process.ready().split(" ", 2)[0]).toString());
    }

    /** The node is gone without a word. */
    void kill() throws InterruptedException {
      process.kill();
    }

    /** The node starts again on its home and the shared data. */
    void start() {
      process.start();
      awaitReady();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    a.process.stop();
    b.process.stop();
    database.stop();
    okta.close();
    Lab.deleteFolder(folder);
  }
}
