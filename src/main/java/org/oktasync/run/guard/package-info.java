/**
 * What is asked once more before something is taken away, and what is counted while a plan streams
 * by.
 */
package org.oktasync.run.guard;
