package org.oktasync.config;

/**
 * One of the object types that the product makes.
 *
 * @param on whether it is built and kept; switched off, runs leave its mapping out
 * @param name what it is called in the schema
 * @param settled whether a type of this name that is in the schema may be filled and changed,
 *     because it was built for the connection, or somebody said so
 */
public record AssetsType(boolean on, String name, boolean settled) {
  /** A type that nobody has built yet. */
  public AssetsType(boolean on, String name) {
    this(on, name, false);
  }

  /** The same type under another name. */
  public AssetsType named(String other) {
    return new AssetsType(on, other, settled);
  }

  /** The same type, settled or not. */
  public AssetsType settled(boolean now) {
    return new AssetsType(on, name, now);
  }
}
