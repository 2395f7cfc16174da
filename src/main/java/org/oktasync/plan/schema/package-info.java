/**
 * What a schema of Assets needs so that a mapping can fill it. Pure: nothing is asked or written.
 */
package org.oktasync.plan.schema;
