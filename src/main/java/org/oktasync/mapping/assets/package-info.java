/**
 * The mapping language: which values of which source objects go into which attributes of Assets,
 * written as lines of text. {@code docs/mapping-language.md} describes it. Pure rules, on the JDK
 * and the model alone.
 */
package org.oktasync.mapping.assets;
