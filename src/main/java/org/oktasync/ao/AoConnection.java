package org.oktasync.ao;

import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The row of a {@link org.oktasync.config.Connection}. */
@Table("CONNECTION")
public interface AoConnection extends AoRow {
  /** The version, from 1; grows by one with each change. */
  int getRevision();

  void setRevision(int revision);

  /** The version with which the rules among the settings last changed. */
  int getRulesRevision();

  void setRulesRevision(int revision);

  /** The settings as JSON. */
  @StringLength(StringLength.UNLIMITED)
  String getSettings();

  void setSettings(String json);

  /** The sealed secret; null or empty while none is set. */
  @StringLength(StringLength.UNLIMITED)
  String getSealedSecret();

  void setSealedSecret(String sealed);

  /** When the secret was set, in milliseconds since 1970; null while none is set. */
  Long getSecretSetAt();

  void setSecretSetAt(Long millis);

  /** Who set the secret; null or empty while none is set. */
  @StringLength(255)
  String getSecretSetBy();

  void setSecretSetBy(String userName);

  /** The sealed token for Assets; null or empty while none is set. */
  @StringLength(StringLength.UNLIMITED)
  String getSealedAssetsToken();

  void setSealedAssetsToken(String sealed);

  /** When the token for Assets was set, in milliseconds since 1970; null while none is set. */
  Long getAssetsTokenSetAt();

  void setAssetsTokenSetAt(Long millis);

  /** Who set the token for Assets; null or empty while none is set. */
  @StringLength(255)
  String getAssetsTokenSetBy();

  void setAssetsTokenSetBy(String userName);

  /** Written first in each change, only to lock the row until the change is committed. */
  long getTouchedAt();

  void setTouchedAt(long millis);
}
