/** Who may use the product's pages and REST interface. */
package org.oktasync.web.access;
