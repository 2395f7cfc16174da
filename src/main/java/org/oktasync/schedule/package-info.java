/**
 * Runs that start by themselves: due times, what must be true before a schedule is switched on, and
 * what pauses it. Knows no scheduler; something calls it every minute.
 */
package org.oktasync.schedule;
