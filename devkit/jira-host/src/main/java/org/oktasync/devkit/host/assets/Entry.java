package org.oktasync.devkit.host.assets;

import java.util.Set;

/** What the catalogue holds; everything but the objects themselves. */
interface Entry {
  /** Number, unique among entries of its kind and never used again. */
  int id();

  /**
   * An object schema.
   *
   * @param key capitals that begin the keys of its objects
   * @param created milliseconds since 1970, as {@code updated}
   */
  record Schema(int id, String name, String key, String description, long created, long updated)
      implements Entry {}

  /**
   * An object type.
   *
   * @param parentId null at the top
   * @param inherited whether its attributes are those of its children too
   */
  record ObjectType(
      int id,
      int schemaId,
      Integer parentId,
      String name,
      String description,
      int iconId,
      int position,
      boolean inherited,
      boolean abstractType,
      long created,
      long updated)
      implements Entry {}

  /**
   * A status.
   *
   * @param category 0 inactive, 1 active, 2 pending
   * @param schemaId null for one that all schemas have
   */
  record Status(int id, String name, String description, int category, Integer schemaId)
      implements Entry {}

  /**
   * What a reference means.
   *
   * @param schemaId null for one that all schemas have
   */
  record ReferenceType(int id, String name, String description, String color, Integer schemaId)
      implements Entry {}

  /**
   * Who has a role in a schema.
   *
   * @param users user keys
   * @param groups group names
   */
  record Role(int id, int schemaId, Level level, Set<String> users, Set<String> groups)
      implements Entry {}

  /** What a role allows; each level includes those before it. */
  enum Level {
    /** Sees. */
    USER("Object Schema Users"),
    /** Changes objects. */
    DEVELOPER("Object Schema Developers"),
    /** Changes the schema itself. */
    MANAGER("Object Schema Managers");

    /** The name of the role. */
    final String title;

    Level(String title) {
      this.title = title;
    }
  }
}
