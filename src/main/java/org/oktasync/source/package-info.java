/**
 * The port to the system that is the source of truth about people, groups and memberships, and to
 * its other lists.
 */
package org.oktasync.source;
