/** What happens in a run, and in which order; and how runs are started, approved and stopped. */
package org.oktasync.run;
