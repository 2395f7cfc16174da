package org.oktasync.config;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which object types of the product's own making are kept, and what they are called.
 *
 * @param users people
 * @param groups groups
 * @param roles administrator roles
 * @param apps applications
 * @param devices devices
 */
public record AssetsTypes(
    AssetsType users, AssetsType groups, AssetsType roles, AssetsType apps, AssetsType devices) {
  /** All of them, under the names that the seeds of the mapping language use. */
  public static final AssetsTypes DEFAULTS =
      new AssetsTypes(
          new AssetsType(true, "Users"),
          new AssetsType(true, "Groups"),
          new AssetsType(true, "Roles"),
          new AssetsType(true, "Apps"),
          new AssetsType(true, "Devices"));

  /** All of them, in the order of the settings. */
  public List<AssetsType> all() {
    return List.of(users, groups, roles, apps, devices);
  }

  /** The same types, each changed. */
  public AssetsTypes each(UnaryOperator<AssetsType> change) {
    return new AssetsTypes(
        change.apply(users),
        change.apply(groups),
        change.apply(roles),
        change.apply(apps),
        change.apply(devices));
  }

  /** The type of this name, upper or lower case alike; empty when it is none of these. */
  public Optional<AssetsType> named(String name) {
    return all().stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether a mapping of a type of this name is left out of runs. */
  public boolean switchedOff(String name) {
    return named(name).filter(type -> !type.on()).isPresent();
  }
}
