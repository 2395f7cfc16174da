/** Jira itself, behind the ports: user directories, protection, locks, access and secrets. */
package org.oktasync.jira;
