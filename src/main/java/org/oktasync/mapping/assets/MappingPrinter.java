package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes mappings as text. What it writes is read as the same mapping again. */
public final class MappingPrinter {
  private MappingPrinter() {}

  /** All mappings, a blank line between them. */
  public static String print(AssetsMapping mapping) {
    return mapping.mappings().stream().map(MappingPrinter::print).collect(Collectors.joining("\n"));
  }

  private static String print(ObjectMapping mapping) {
    List<String> lines = new ArrayList<>();
    if (!mapping.name().isEmpty()) {
      lines.add(mapping.name() + ":");
    }
    if (mapping.key() != null) {
      lines.add(key(mapping.key().path().toString(), mapping.key().attribute()));
    }
    mapping.attributes().forEach(rule -> lines.add(rule(rule)));
    addSettings(mapping, lines);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void addSettings(ObjectMapping mapping, List<String> lines) {
    if (!mapping.sections().isEmpty()) {
      List<String> sections = Section.ALL.stream().filter(mapping.sections()::contains).toList();
      lines.add(setting(SettingLines.SECTION, String.join(",", sections)));
    }
    if (!mapping.dataSource().isEmpty()) {
      lines.add(setting(SettingLines.DATA_SOURCE, mapping.dataSource()));
    }
    if (!mapping.search().isEmpty()) {
      lines.add(setting(SettingLines.SEARCH, mapping.search()));
    }
    if (mapping.pageSize() > 0) {
      lines.add(setting(SettingLines.PAGE_SIZE, String.valueOf(mapping.pageSize())));
    }
    if (mapping.dataLimit() > 0) {
      lines.add(setting(SettingLines.DATA_LIMIT, String.valueOf(mapping.dataLimit())));
    }
  }

  private static String rule(AttributeRule rule) {
    String path = rule.path().toString();
    return rule instanceof ReferenceRule reference
        ? reference(path, rule.attribute(), reference.condition().toString())
        : value(path, rule.attribute());
  }

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
