/** The port to the system that is the source of truth about people, groups and memberships. */
package org.oktasync.source;
