/** What an administrator sets, and the ports that keep it. */
package org.oktasync.config;
