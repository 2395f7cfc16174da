package org.oktasync.devkit.host.assets;

/**
 * An object without its values.
 *
 * @param key the schema's key and the number
 * @param created milliseconds since 1970, as {@code updated}
 * @param archived when it was archived; null while it is not
 * @param archivedBy user key; null while it is not
 */
record StoredObject(
    long id,
    int schemaId,
    int typeId,
    String key,
    String label,
    long created,
    long updated,
    Long archived,
    String archivedBy) {}
