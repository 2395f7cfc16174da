package org.oktasync.model;

/**
 * A person as the identity source holds them.
 *
 * @param id stable identifier
 * @param status the source's own status, for example {@code ACTIVE} or {@code SUSPENDED}
 * @param attributes the attributes that mappings may use
 */
public record SourceUser(ExternalId id, String status, SourceRecord attributes) {}
