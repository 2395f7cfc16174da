/** Puts the parts together inside Jira; the only place that knows all of them. */
package org.oktasync.wiring;
