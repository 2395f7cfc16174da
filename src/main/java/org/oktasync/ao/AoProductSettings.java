package org.oktasync.ao;

import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The one row of the {@link org.oktasync.config.ProductSettings}. */
@Table("PRODUCT_SETTINGS")
public interface AoProductSettings extends AoRow {
  /** Always the same, so that two nodes cannot both make the row. */
  @Unique
  @StringLength(16)
  String getName();

  void setName(String name);

  /** The version, from 1; grows by one with each change. */
  int getRevision();

  void setRevision(int revision);

  /** The settings as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getSettings();

  void setSettings(String json);

  /** Written first in each change, only to lock the row until the change is committed. */
  long getTouchedAt();

  void setTouchedAt(long millis);
}
