/** Plans objects of Assets: what the mapping wants of them, against what Assets holds. */
package org.oktasync.plan.assets;
