package org.oktasync.model.assets;

/**
 * An object schema without what is in it.
 *
 * @param id Assets' id
 * @param key the letters before the number of each object's key
 * @param name its name
 * @param types how many object types it has
 * @param objects how many objects it has
 */
public record SchemaHead(String id, String key, String name, int types, long objects) {}
