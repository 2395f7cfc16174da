/**
 * What administrators save, import, export and end: connections, directories, how long runs are
 * kept.
 */
package org.oktasync.run.settings;
