package org.oktasync.devkit.host;

import java.util.UUID;
import org.junit.rules.ExternalResource;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;

/** A database that lives for one test. */
public final class MemoryDatabase extends ExternalResource {
  private HostDatabase database;

  @Override
  protected void before() {
    database = HostDatabase.open(settings());
  }

  /** A new empty database in memory. */
  public static DatabaseSettings settings() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new DatabaseSettings(url, "sa", "");
  }

  @Override
  protected void after() {
    database.close();
  }

  /** Runs statements on it. */
  public Jdbc jdbc() {
    return new Jdbc(database.source());
  }
}
