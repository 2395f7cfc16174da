package org.oktasync.record;

import java.util.List;
import org.oktasync.model.assets.KnownType;

/** Remembers what object types of Assets are called, by their ids. */
public interface KnownTypes {
  /**
   * The types that are known of a schema.
   *
   * @param schema which one, of whatever site
   */
  List<KnownType> of(long connectionId, String schema);

  /** From now on these are known of a schema, and no others. */
  void store(long connectionId, String schema, List<KnownType> types);

  /** Forgets everything about a connection. */
  void forget(long connectionId);
}
