/**
 * Reads both sides of what a run does to objects of Assets: the source's lists through the mapping,
 * and what Assets holds. Everything large stands in sorted files of the run.
 */
package org.oktasync.run.assets;
