package org.oktasync.model.assets;

import java.util.regex.Pattern;

/**
 * What objects are called. Some releases of Assets refuse {@code = ; : ? . "} in the value of an
 * attribute that objects are called by. There each of them becomes a blank, several blanks one.
 */
public final class ObjectName {
  private static final Pattern REFUSED = Pattern.compile("[=;:?.\"\\s]+");

  private ObjectName() {}

  /** The name as every release takes it; empty when nothing is left of it. */
  public static String accepted(String name) {
    return REFUSED.matcher(name).replaceAll(" ").strip();
  }

  /**
   * Whether a name that is there is the wanted one, be it without the refused characters. No name
   * stands for none that has nothing else.
   */
  public static boolean stands(String present, String wanted) {
    return present.equals(wanted) || (!present.isEmpty() && present.equals(accepted(wanted)));
  }
}
