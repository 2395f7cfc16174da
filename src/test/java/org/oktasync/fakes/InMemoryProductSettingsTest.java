package org.oktasync.fakes;

import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.ProductSettingsStoreContract;

public final class InMemoryProductSettingsTest extends ProductSettingsStoreContract {
  private final ProductSettingsStore store = new InMemoryProductSettings();

  @Override
  protected ProductSettingsStore store() {
    return store;
  }
}
