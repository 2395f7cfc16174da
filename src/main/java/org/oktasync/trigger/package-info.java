/** What starts runs from outside: logins. Knows Jira's events and {@code run}, nothing else. */
package org.oktasync.trigger;
