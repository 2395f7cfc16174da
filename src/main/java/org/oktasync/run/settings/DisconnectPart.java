package org.oktasync.run.settings;

/** Something of a connection that disconnecting may remove, in the order of removal. */
public enum DisconnectPart {
  /** When runs start by themselves. */
  SCHEDULE("schedule"),
  /** The sealed API token. */
  TOKEN("token"),
  /** Which accounts and groups belong to the connection. */
  LINKS("links"),
  /** What runs leave alone at present. */
  FINDINGS("findings"),
  /** Runs, their plans and results. */
  HISTORY("history"),
  /** The connection itself; nothing else of it can stay then. */
  SETTINGS("settings"),
  /** The key that seals secrets, of all connections. */
  KEY_FILE("keyFile");

  private final String label;

  DisconnectPart(String label) {
    this.label = label;
  }

  /** The name in the REST interface. */
  public String label() {
    return label;
  }
}
