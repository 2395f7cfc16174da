package org.oktasync.fakes;

import org.oktasync.config.ProductSettings;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.SettingsStore;

/** The product's settings in memory. */
public final class InMemoryProductSettings implements ProductSettingsStore {
  private ProductSettings stored = ProductSettings.DEFAULTS;

  @Override
  public synchronized ProductSettings read() {
    return stored;
  }

  @Override
  public synchronized ProductSettings update(ProductSettings changed) {
    if (changed.version() != stored.version()) {
      throw new SettingsStore.StaleVersionException(changed.version());
    }
    stored = new ProductSettings(stored.version() + 1, changed.retention());
    return stored;
  }
}
