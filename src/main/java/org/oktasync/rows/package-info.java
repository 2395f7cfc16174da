/**
 * Rows by key, of which a large organisation has more than memory should hold: what whoever works
 * with them asks for, how rows are written, and indexes that take a few bytes for each. Where rows
 * are kept is another's matter.
 *
 * <p>Depends on the JDK and on {@link org.oktasync.model}.
 */
package org.oktasync.rows;
