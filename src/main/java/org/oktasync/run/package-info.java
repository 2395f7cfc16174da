/**
 * The order of a run: how it is started, planned, judged, applied, ended, taken up again and
 * undone.
 */
package org.oktasync.run;
