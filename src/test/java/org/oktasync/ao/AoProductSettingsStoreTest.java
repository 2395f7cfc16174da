package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.ProductSettingsStoreContract;
import org.oktasync.config.SettingsStore;

public class AoProductSettingsStoreTest extends ProductSettingsStoreContract {
  private static final int NODES = 4;

  @Rule public final TestDatabase database;

  private ProductSettingsStore store;

  public AoProductSettingsStoreTest() {
    this(new TestDatabase());
  }

  AoProductSettingsStoreTest(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected ProductSettingsStore store() {
    if (store == null) {
      store = node();
    }
    return store;
  }

  private ProductSettingsStore node() {
    return new AoProductSettingsStore(database.node(), Clock.systemUTC());
  }

  @Test
  public void ofSeveralNodesThatChangeOneVersionExactlyOneWins_theFirstVersionToo()
      throws Exception {
    for (int version = 0; version < 4; version++) {
      assertEquals(1, winners(version));
      assertEquals(version + 1, node().read().version());
      assertEquals(1, database.rows("PRODUCT_SETTINGS"));
    }
  }

  private int winners(int version) throws Exception {
    CyclicBarrier together = new CyclicBarrier(NODES);
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    try {
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        ProductSettingsStore node = node();
        int days = 10 * version + i + 1;
        tries.add(() -> wins(node, version, days, together));
      }
      int winners = 0;
      for (Future<Boolean> result : threads.invokeAll(tries)) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean wins(
      ProductSettingsStore node, int version, int days, CyclicBarrier together) throws Exception {
    together.await();
    try {
      node.update(keeping(version, days));
      return true;
    } catch (SettingsStore.StaleVersionException e) {
      return false;
    }
  }
}
