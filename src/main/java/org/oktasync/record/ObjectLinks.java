package org.oktasync.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;

/** Remembers which objects of Assets the product owns. */
public interface ObjectLinks {
  /** The links of one object type, upper or lower case alike, in ascending order of identity. */
  Cursor<ObjectLink> links(long connectionId, String type);

  /** The link of this identity. */
  Optional<ObjectLink> find(long connectionId, ObjectIdentity identity);

  /**
   * The link of an object of the source in one type; none for those that were made because others
   * refer to them.
   */
  Optional<ObjectLink> find(long connectionId, String type, ExternalId sourceId);

  /** How many links a connection has. */
  long count(long connectionId);

  /**
   * Stores links. One with a row id replaces that row; one without replaces the link of the same
   * identity, if there is any.
   */
  void store(List<ObjectLink> links);

  /**
   * Types are called otherwise from now on: their links, all at once or none, stand under the new
   * names. Links that stood under such a name before, of a type that is gone, are given up.
   *
   * @param names new names by old ones, upper or lower case alike
   */
  void renameTypes(long connectionId, Map<String, String> names);

  /** Gives up links, by row id; the objects stay as they are. */
  void release(List<Long> ids);

  /** Deletes all links of a connection, in small steps. */
  void releaseAll(long connectionId);
}
