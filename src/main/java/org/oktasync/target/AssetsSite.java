package org.oktasync.target;

import java.util.List;
import java.util.Optional;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;

/**
 * The Assets of one Jira, as administrators set it up. Every call goes to the server and throws
 * {@link TargetException} when it fails: {@code FATAL} when there is no Assets or it refuses the
 * token, {@code DENIED} without the right, {@code INVALID} when a name or value is refused, {@code
 * CONFLICT} when a name is taken. Whoever repeats a creation looks for the thing first.
 */
public interface AssetsSite {
  /**
   * Tries each right that the product needs, without changing anything.
   *
   * @param schemaId the schema to try rights in; empty for none
   */
  AssetsCheck check(String schemaId);

  /** All schemas that may be seen, by name. */
  List<SchemaHead> schemas();

  /**
   * Makes a schema.
   *
   * @param key a few capital letters, unique in the site
   */
  SchemaHead createSchema(String name, String key, String description);

  /** A schema with everything in it. */
  ObjectSchema schema(String id);

  /**
   * Makes an object type, with the attributes that Assets gives each.
   *
   * @param icon what an icon for it may be called, the best first
   */
  ObjectType createType(String schemaId, String name, String description, List<String> icon);

  /** Gives an object type another name; everything else about it stays. */
  void renameType(String typeId, String name);

  /** Makes an attribute. */
  ObjectAttribute createAttribute(String typeId, NewAttribute attribute);

  /**
   * Gives an attribute another name, makes it what objects are called by, unique, or able to take
   * any number of values, where that is wanted. Nothing is taken back: what values it takes, and
   * everything that is not named here, stays.
   */
  void changeAttribute(String typeId, String attributeId, NewAttribute wanted);

  /** The names of the statuses that objects of a schema may have. */
  List<String> statuses(String schemaId);

  /** Makes a status of a schema that stands for inactive things. */
  void createStatus(String schemaId, String name);

  /** Who has the roles of a schema; empty when this Assets does not offer to tell. */
  Optional<List<SchemaRole>> roles(String schemaId);

  /** Gives a role to these and nobody else. */
  void setRole(SchemaRole role);
}
