/**
 * What a run would change, worked out without touching anything: a pure function of what the source
 * holds, what Jira holds, and the links between them. Depends on the JDK, {@code model} and {@code
 * mapping} alone.
 */
package org.oktasync.plan;
