package org.oktasync.devkit.it;

import java.nio.file.Path;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.postgres.PostgresServer;

/** A PostgreSQL server in a process of its own, which can go away and come back. */
final class Postgres implements AutoCloseable {
  final int port;
  private final ServerProcess process;

  /**
   * Starts it on a free port.
   *
   * @param folder takes its files and its log
   */
  Postgres(Path folder) throws Exception {
    port = ServerProcess.freePort();
    process =
        new ServerProcess(
            PostgresServer.class,
            folder.resolve("postgres.log"),
            new String[] {"-Xmx256m"},
            "--port",
            Integer.toString(port),
            "--data",
            folder.resolve("postgres").toString());
    start();
  }

  /** It comes back on the same data and port. */
  void start() {
    process.start();
    process.ready();
  }

  /** It goes away; its clients lose their connections. */
  void stop() throws InterruptedException {
    process.stop();
  }

  /** How a host reaches it. */
  DatabaseSettings settings() {
    return PostgresServer.settings(port);
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
