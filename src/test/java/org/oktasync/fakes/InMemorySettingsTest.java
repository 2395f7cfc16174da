package org.oktasync.fakes;

import org.oktasync.config.SettingsStore;
import org.oktasync.config.SettingsStoreContract;

public final class InMemorySettingsTest extends SettingsStoreContract {
  private final SettingsStore store = new InMemorySettings();

  @Override
  protected SettingsStore store() {
    return store;
  }
}
