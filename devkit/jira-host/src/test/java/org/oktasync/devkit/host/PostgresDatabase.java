package org.oktasync.devkit.host;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.postgres.PostgresServer;

/** A PostgreSQL server for the tests of one class, with an empty database for each that asks. */
public final class PostgresDatabase extends ExternalResource {
  private final TemporaryFolder folder = new TemporaryFolder();
  private final AtomicInteger number = new AtomicInteger();
  private PostgresServer server;

  @Override
  protected void before() throws Exception {
    folder.create();
    server = PostgresServer.start(0, folder.getRoot().toPath().resolve("data"));
  }

  @Override
  protected void after() {
    try {
      server.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      folder.delete();
    }
  }

  /** A new empty database. */
  public DatabaseSettings empty() {
    String name = "test" + number.incrementAndGet();
    DatabaseSettings first = server.settings();
    try (HostDatabase database = HostDatabase.open(first)) {
      new Jdbc(database.source()).update("create database " + name);
    }
    return new DatabaseSettings(
        first.url().replaceFirst("/postgres$", "/" + name), first.user(), first.password());
  }
}
