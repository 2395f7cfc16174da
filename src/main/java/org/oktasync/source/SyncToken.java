package org.oktasync.source;

/**
 * Where an incremental reading goes on. A black box for everybody but the source that made it,
 * which may be kept as text for as long as anybody likes.
 *
 * @param value its text
 */
public record SyncToken(String value) {}
