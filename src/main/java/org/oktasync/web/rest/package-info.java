/**
 * The REST interface. Resources take and return JSON as text, because each version of Jira binds
 * JSON in its own way; and each of them checks by itself who is calling.
 */
package org.oktasync.web.rest;
