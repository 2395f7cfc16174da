/**
 * What a run stands on: the ports it reaches the outside by, its lock, its folders, its lines of
 * the log, and the watch that tells how far it is and whether it is to stop.
 */
package org.oktasync.run.ports;
