package org.oktasync.config;

/**
 * One of the object types that the product makes.
 *
 * @param on whether it is built and kept; switched off, runs leave its mapping out
 * @param name what it is called in the schema
 */
public record AssetsType(boolean on, String name) {}
