/** What Assets holds, in the product's own words: schemas, types, attributes, objects. */
package org.oktasync.model.assets;
