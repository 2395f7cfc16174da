package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.postgres.PostgresServer;

/** The database server of the cluster, as the demo starts it. */
public class PostgresServerTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aServerLeftRunningByAKilledProcessIsReplacedAndItsDataStay() throws Exception {
    int port = ServerProcess.freePort();
    Path data = folder.getRoot().toPath().resolve("data");
    ServerProcess server =
        new ServerProcess(
            PostgresServer.class,
            folder.newFile("log").toPath(),
            new String[] {"-Xmx256m"},
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    server.start();
    assertEquals(PostgresServer.settings(port).url(), server.ready());
    try {
      write(port);
      server.kill();
      server.start();
      server.ready();
      assertEquals(List.of("kept"), read(port));
    } finally {
      server.stop();
    }
  }

  private static void write(int port) {
    try (HostDatabase database = HostDatabase.open(PostgresServer.settings(port))) {
      Jdbc jdbc = new Jdbc(database.source());
      jdbc.update("create table note (body text)");
      jdbc.update("insert into note values ('kept')");
    }
  }

  private static List<String> read(int port) {
    try (HostDatabase database = HostDatabase.open(PostgresServer.settings(port))) {
      return new Jdbc(database.source()).query("select body from note", row -> row.getString(1));
    }
  }
}
