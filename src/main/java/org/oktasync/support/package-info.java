/** What support needs to see of an installation, with nobody named. */
package org.oktasync.support;
