/** How a run is paced, stopped and watched. Depends on the JDK alone. */
package org.oktasync.control;
