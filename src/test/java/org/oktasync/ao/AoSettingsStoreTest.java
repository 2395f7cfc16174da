package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.config.SettingsStore;
import org.oktasync.config.SettingsStoreContract;

public class AoSettingsStoreTest extends SettingsStoreContract {
  private static final int NODES = 4;

  @Rule public final TestDatabase database;

  public AoSettingsStoreTest() {
    this(new TestDatabase());
  }

  AoSettingsStoreTest(TestDatabase database) {
    this.database = database;
  }

  private SettingsStore store;

  @Override
  protected SettingsStore store() {
    if (store == null) {
      store = node();
    }
    return store;
  }

  private SettingsStore node() {
    return new AoSettingsStore(database.node(), Clock.systemUTC());
  }

  @Test
  public void anotherNodeSeesAChangeWithItsNextRead() {
    SettingsStore other = node();
    Connection first = store().add(named("Example"));
    other.connection(first.id());

    Connection second = store().update(renamed(first, "Other"));

    assertEquals(second, other.connection(first.id()).orElseThrow());
    assertEquals(List.of(second), other.connections());
  }

  @Test
  public void ofSeveralNodesThatChangeOneVersionExactlyOneWins() throws Exception {
    Connection version = store().add(named("Example"));
    for (int round = 0; round < 5; round++) {
      assertEquals(1, winners(version));
      version = store().connection(version.id()).orElseThrow();
      assertEquals(round + 2, version.version());
    }
  }

  private int winners(Connection version) throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      SettingsStore node = node();
      Connection change = renamed(version, "Node " + i);
      tries.add(() -> wins(node, change));
    }
    return AllAtOnce.winners(tries);
  }

  private static boolean wins(SettingsStore node, Connection change) {
    try {
      node.update(change);
      return true;
    } catch (SettingsStore.StaleVersionException e) {
      return false;
    }
  }
}
