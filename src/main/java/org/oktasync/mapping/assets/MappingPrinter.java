package org.oktasync.mapping.assets;

/** Writes single lines of a mapping. What it writes is read as the same line again. */
final class MappingPrinter {
  private MappingPrinter() {}

  static String key(String path, String attribute) {
    return "key:" + path + "=" + attribute;
  }

  static String value(String path, String attribute) {
    return "map:" + path + "=" + attribute;
  }

  static String reference(String path, String attribute, String condition) {
    return value(path, attribute) + "|" + condition;
  }

  static String setting(String name, String value) {
    return "config:" + name + "=" + value;
  }
}
