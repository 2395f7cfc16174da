package org.oktasync.source;

import java.time.Instant;
import org.oktasync.model.Cursor;

/** A list that was read, kept outside memory until it is closed. */
public interface ListReading extends AutoCloseable {
  /** The source's own time of the first answer. */
  Instant readAt();

  /** How the reading ended. */
  ListEnd end();

  /**
   * The objects in ascending order of their ids, those of one id in the source's order, those
   * without an id last. May be opened as often as needed.
   */
  Cursor<SourceElement> elements();

  /** Deletes what is stored. */
  @Override
  void close();
}
