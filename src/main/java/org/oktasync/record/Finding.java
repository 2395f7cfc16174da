package org.oktasync.record;

import org.oktasync.model.EntityKind;

/**
 * Something that runs leave alone, until it is settled in the source or in Jira.
 *
 * @param kind what it is about
 * @param sourceId the object in the source
 * @param subject how a person knows it
 * @param reason stable code
 * @param detail the value to fill into the reason's text; may be empty
 */
public record Finding(
    EntityKind kind, String sourceId, String subject, String reason, String detail) {}
