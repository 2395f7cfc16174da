/** The one gate of every write: applies a stored plan, and records what became of each change. */
package org.oktasync.apply;
