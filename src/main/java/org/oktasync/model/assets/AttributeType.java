package org.oktasync.model.assets;

/** What values an attribute of an Assets object takes. */
public enum AttributeType {
  /** One line, at most 255 characters. */
  TEXT,
  /** Long text. */
  TEXTAREA,
  INTEGER,
  DOUBLE,
  BOOLEAN,
  /** A day, written as ISO 8601. */
  DATE,
  TIME,
  /** A day and time, written as ISO 8601. */
  DATE_TIME,
  URL,
  EMAIL,
  /** One or several of a list of options. */
  SELECT,
  IP_ADDRESS,
  /** Another object. */
  REFERENCE,
  /** A person of Jira. */
  USER,
  /** A status of the schema. */
  STATUS,
  /**
   * Any type that is never written: groups, projects, versions, pages of Confluence and newer ones.
   */
  OTHER
}
