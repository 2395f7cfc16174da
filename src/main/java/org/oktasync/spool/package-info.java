/**
 * Sorted lists on disk, so that no list of a whole organisation stands in memory. Files can be read
 * by the owner of the process alone and live as long as their {@link SpoolFolder}.
 *
 * <p>Depends on the JDK and on {@link org.oktasync.model.Cursor}.
 */
package org.oktasync.spool;
