package org.oktasync.devkit.host.web;

/**
 * A link in the header of every page, for whoever is signed in.
 *
 * @param path below the context
 */
public record HeaderLink(String path, String label) {}
