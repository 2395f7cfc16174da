/** What settings would do, before they are saved. */
package org.oktasync.run.preview;
