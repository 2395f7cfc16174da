package org.oktasync.config;

/** What Assets refuses in the names of schemas and object types. */
public final class AssetsNames {
  /** The characters that it refuses there. */
  public static final String REFUSED = "= ; : ? . \"";

  private AssetsNames() {}

  /** Whether a name holds one of them, or a control character. */
  public static boolean refuses(String name) {
    return name.chars().anyMatch(c -> "=;:?.\"".indexOf(c) >= 0 || Character.isISOControl(c));
  }
}
