/** The ports to what is kept in step: a Jira user directory, and what guards it. */
package org.oktasync.target;
