package org.oktasync.okta;

import org.oktasync.source.Completeness;
import org.oktasync.source.SourceException;

/** Reads people into a spool. */
interface PeopleReader {
  /**
   * Fills and seals the spool.
   *
   * @return whether the list came whole
   * @throws SourceException when not even its first page came
   */
  Completeness read();
}
