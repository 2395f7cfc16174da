package org.oktasync.source;

/**
 * How the reading of a list ended.
 *
 * @param count objects that were given away
 * @param limited whether it ended at the limit of the request although more was there; such a list
 *     is not whole
 * @param completeness whether every object of the list was given away
 */
public record ListEnd(long count, boolean limited, Completeness completeness) {}
