/** The administration pages: a guarded frame, filled by the browser from the REST interface. */
package org.oktasync.web.admin;
