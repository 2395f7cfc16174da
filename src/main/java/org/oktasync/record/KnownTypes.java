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

  /** The schema whose objects the links of a connection lead to; empty when nobody noted it. */
  String linked(long connectionId);

  /** From now on links of a connection lead to objects of this schema. */
  void link(long connectionId, String schema);

  /** Forgets everything about a connection. */
  void forget(long connectionId);
}
