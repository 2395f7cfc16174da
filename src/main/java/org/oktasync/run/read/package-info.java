/**
 * The first part of a run: what Okta has and what Jira has, as rows to be planned; of everybody, of
 * what changed, of one person, or of the first so many.
 */
package org.oktasync.run.read;
