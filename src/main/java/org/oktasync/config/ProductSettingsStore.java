package org.oktasync.config;

/** Keeps the settings of the whole product. A change is seen by every node with its next read. */
public interface ProductSettingsStore {
  /** The settings; the defaults while nobody has changed anything. */
  ProductSettings read();

  /**
   * Stores changed settings and returns them with the next version.
   *
   * @throws SettingsStore.StaleVersionException when somebody changed them since {@code
   *     changed.version()}
   */
  ProductSettings update(ProductSettings changed);
}
