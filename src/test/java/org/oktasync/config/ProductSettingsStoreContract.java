package org.oktasync.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.oktasync.config.SettingsStore.StaleVersionException;

/** What every store of the product's settings keeps to. */
public abstract class ProductSettingsStoreContract {
  /** The store under test, empty. */
  protected abstract ProductSettingsStore store();

  @Test
  public void defaultsHoldWhileNobodyHasChangedAnything() {
    assertEquals(ProductSettings.DEFAULTS, store().read());
    assertEquals(new RetentionSettings(90, 500, 5), store().read().retention());
  }

  @Test
  public void eachChangeRaisesTheVersion() {
    ProductSettings first = store().update(keeping(0, 30));
    ProductSettings second = store().update(keeping(1, 31));

    assertEquals(keeping(1, 30), first);
    assertEquals(keeping(2, 31), second);
    assertEquals(second, store().read());
  }

  @Test
  public void aChangeFromAStaleVersionIsRefused() {
    assertThrows(StaleVersionException.class, () -> store().update(keeping(1, 30)));
    store().update(keeping(0, 30));

    assertThrows(StaleVersionException.class, () -> store().update(keeping(0, 31)));

    assertEquals(keeping(1, 30), store().read());
  }

  protected static ProductSettings keeping(int version, int days) {
    return new ProductSettings(version, new RetentionSettings(days, 400, 3));
  }
}
