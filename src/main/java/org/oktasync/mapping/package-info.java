/**
 * From what the source holds to what Jira should hold: pure rules, on the JDK and the model alone.
 */
package org.oktasync.mapping;
