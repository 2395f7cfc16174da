/** The ports to what is remembered: links, plans, runs and what became of each change. */
package org.oktasync.record;
