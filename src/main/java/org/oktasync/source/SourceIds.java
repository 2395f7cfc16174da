package org.oktasync.source;

import java.util.List;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;

/**
 * The ids of everybody and every group in the source, in ascending order; kept outside memory until
 * it is closed.
 */
public interface SourceIds extends AutoCloseable {
  /** Everybody's id. */
  Cursor<ExternalId> users();

  /** Every group's id. */
  Cursor<ExternalId> groups();

  /** The lists that did not come whole: then nobody on them counts as missing. */
  List<IncompleteList> incomplete();

  /** Deletes what is stored. */
  @Override
  void close();
}
