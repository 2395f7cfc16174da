package org.oktasync.plan.schema;

import java.util.List;
import java.util.Locale;

/** Which icons object types get. */
public final class TypeIcons {
  private TypeIcons() {}

  /** Names of icons for a type, the best first; Assets takes what it has. */
  public static List<String> of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (name.contains("user") || name.contains("people") || name.contains("person")) {
      return List.of("User Account", "User", "People");
    } else if (name.contains("group")) {
      return List.of("Group", "Users", "People", "Management");
    } else if (name.contains("role")) {
      return List.of("Key", "Lock", "Security", "Contract");
    } else if (name.contains("app")) {
      return List.of("Application", "Software", "Service", "Cloud");
    } else if (name.contains("device")) {
      return List.of("Laptop", "Mobile Phone", "Hardware", "Computer", "Desktop");
    }
    return List.of("Cube", "Object", "Document");
  }
}
