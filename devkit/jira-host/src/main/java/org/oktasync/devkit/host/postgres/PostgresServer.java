package org.oktasync.devkit.host.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 14 server of its own on the loopback address, for 64-bit Linux. The data outlive it.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final String USAGE = "Options: --port N --data DIR";
  private static final String OWNER = "postgres";

  /** The server's programs, unpacked once for all starts. */
  private static final File PROGRAMS =
      new File(System.getProperty("java.io.tmpdir"), "okta-sync-postgres");

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final long STOP_SECONDS = 30;

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server. One that a killed process has left running on the same folder is ended
   * first.
   *
   * @param port 0 takes a free one
   * @param data folder of its files; an empty or absent one gets an empty database
   * @throws IOException when it does not answer within two minutes
   */
  public static PostgresServer start(int port, Path data) throws IOException, InterruptedException {
    Path folder = data.toAbsolutePath();
    endLeftover(folder.resolve("postmaster.pid"));
    EmbeddedPostgres.Builder server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(PROGRAMS)
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            // Jira asks for this order of texts.
            .setLocaleConfig("locale", "C")
            .setPGStartupWait(LONGEST_START)
            .setPort(port);
    try {
      return new PostgresServer(server.start());
    } catch (ExceptionInInitializerError e) {
      log.warn("The programs are not whole: a start was killed while it unpacked them", e);
      FileUtils.deleteDirectory(PROGRAMS);
      return new PostgresServer(server.start());
    }
  }

  private static void endLeftover(Path pidFile) throws IOException, InterruptedException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
    Optional<ProcessHandle> leftover =
        ProcessHandle.of(pid)
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    if (leftover.isPresent()) {
      log.warn("Ending the PostgreSQL server {} that was left running", pid);
      // Without the wait for clients that a plain end would take.
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
      leftover.get().onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** How a host reaches it. */
  public DatabaseSettings settings() {
    return settings(server.getPort());
  }

  /** How a host reaches a server on this port. */
  public static DatabaseSettings settings(int port) {
    return new DatabaseSettings("jdbc:postgresql://localhost:" + port + "/postgres", OWNER, "");
  }

  /** Stops it, ending the connections of all clients. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  /**
   * Runs a server until the process is asked to end. Prints one line when it answers.
   *
   * @param words {@code --port N --data DIR}
   */
  public static void main(String[] words) throws Exception {
    if (words.length != 4 || !words[0].equals("--port") || !words[2].equals("--data")) {
      throw new IllegalArgumentException(USAGE);
    }
    PostgresServer server = start(Integer.parseInt(words[1]), Path.of(words[3]));
    System.out.println("READY " + server.settings().url());
    // The library stops the server when the process ends.
    new CountDownLatch(1).await();
  }
}
