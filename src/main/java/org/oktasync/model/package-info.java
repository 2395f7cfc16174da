/**
 * The words of the product: people, groups, memberships and links, as immutable values.
 *
 * <p>Depends on the JDK alone. Nothing here knows Okta, Jira or a database.
 */
package org.oktasync.model;
