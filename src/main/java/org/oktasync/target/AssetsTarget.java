package org.oktasync.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * One object schema of Assets. Reads may be repeated at will. Every write throws {@link
 * TargetException} when it did not happen, or when nobody can tell whether it did ({@code RETRY}):
 * whoever repeats a creation looks for the object first. Pauses between writes, which the
 * administrator sets, are kept here.
 */
public interface AssetsTarget extends AutoCloseable {
  /**
   * The schema with its types and attributes as they are now.
   *
   * @throws TargetException {@code FATAL} when Assets is absent, refuses the token, or the schema
   *     is gone
   */
  ObjectSchema schema();

  /**
   * All objects of a type that are not archived, in no particular order, each once, also when
   * objects are made meanwhile. Reading goes on page by page.
   *
   * @throws TargetException from the cursor too, when a page cannot be had: then the list is not
   *     whole
   * @throws org.oktasync.control.StoppedException when a stop was asked for
   */
  Cursor<AssetsObject> objects(ObjectType type, StopSignal stop);

  /**
   * The objects of a type for which a condition holds.
   *
   * @param aql a condition in Assets' query language, its values quoted; the type is added to it
   * @param limit at most so many are answered; ask for two to learn whether there is just one
   * @throws TargetException {@code INVALID} when Assets does not understand the condition
   */
  List<AssetsObject> find(ObjectType type, String aql, int limit);

  /** The object of this id or key, unless it is gone or archived. */
  Optional<AssetsObject> object(String idOrKey);

  /**
   * Makes an object.
   *
   * @param values by the name of the attribute; references by id, users by key, statuses by name or
   *     by id
   * @return the object with its id and key
   * @throws TargetException {@code INVALID} when Assets refuses a value, {@code CONFLICT} when a
   *     unique value is taken, {@code DENIED} without the right to make objects
   */
  AssetsObject create(ObjectType type, Map<String, List<AttributeValue>> values);

  /**
   * Gives attributes of an object new values; an empty list clears one; what is not named stays.
   *
   * @throws TargetException {@code NOT_FOUND} when the object is gone, else as {@link #create}
   */
  void update(ObjectType type, String id, Map<String, List<AttributeValue>> values);

  /** Archives an object; one that is archived already counts as done. */
  void archive(String id);

  /** Brings an archived object back; one that is not archived counts as done. */
  void restore(String id);

  /** Deletes an object for good; one that is gone counts as done. */
  void delete(String id);

  /**
   * How many objects got a name other than asked for, because Assets refuses some characters in it;
   * see {@link org.oktasync.model.assets.ObjectName}. An attribute whose values must be unique is
   * never written otherwise than asked.
   */
  default long renamed() {
    return 0;
  }

  /** Gives up connections. */
  @Override
  void close();
}
