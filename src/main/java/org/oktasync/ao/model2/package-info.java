/**
 * Brings tables of an earlier model to model 2. Everything here is frozen: entities, keys and
 * places are as they were when model 2 was made, whatever they have become since.
 */
package org.oktasync.ao.model2;
