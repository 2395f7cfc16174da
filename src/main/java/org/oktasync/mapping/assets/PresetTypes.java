package org.oktasync.mapping.assets;

/**
 * The object types that a preset mapping fills, by name; empty for those that are left out.
 *
 * @param users people
 * @param groups groups
 * @param roles roles of administration
 * @param apps applications
 * @param devices devices
 */
public record PresetTypes(String users, String groups, String roles, String apps, String devices) {}
