/** What a connection's settings mean to a run. */
package org.oktasync.run.rules;
