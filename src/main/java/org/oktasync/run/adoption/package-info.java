/** First contact: accounts that are there already, linked or taken over with somebody's word. */
package org.oktasync.run.adoption;
