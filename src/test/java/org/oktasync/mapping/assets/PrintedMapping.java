package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whole mappings as text, which is to be read as the same mappings again. */
final class PrintedMapping {
  private PrintedMapping() {}

  /** All mappings, a blank line between them. */
  static String print(AssetsMapping mapping) {
    return mapping.mappings().stream().map(PrintedMapping::print).collect(Collectors.joining("\n"));
  }

  private static String print(ObjectMapping mapping) {
    List<String> lines = new ArrayList<>();
    if (!mapping.name().isEmpty()) {
      lines.add(mapping.name() + ":");
    }
    if (mapping.key() != null) {
      lines.add(MappingPrinter.key(mapping.key().path().toString(), mapping.key().attribute()));
    }
    mapping.attributes().forEach(rule -> lines.add(rule(rule)));
    addSettings(mapping, lines);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void addSettings(ObjectMapping mapping, List<String> lines) {
    if (!mapping.sections().isEmpty()) {
      List<String> sections = Section.ALL.stream().filter(mapping.sections()::contains).toList();
      lines.add(MappingPrinter.setting(SettingLines.SECTION, String.join(",", sections)));
    }
    if (!mapping.dataSource().isEmpty()) {
      lines.add(MappingPrinter.setting(SettingLines.DATA_SOURCE, mapping.dataSource()));
    }
    if (!mapping.search().isEmpty()) {
      lines.add(MappingPrinter.setting(SettingLines.SEARCH, mapping.search()));
    }
    if (mapping.pageSize() > 0) {
      lines.add(MappingPrinter.setting(SettingLines.PAGE_SIZE, String.valueOf(mapping.pageSize())));
    }
    if (mapping.dataLimit() > 0) {
      lines.add(
          MappingPrinter.setting(SettingLines.DATA_LIMIT, String.valueOf(mapping.dataLimit())));
    }
  }

  private static String rule(AttributeRule rule) {
    String path = rule.path().toString();
    return rule instanceof ReferenceRule reference
        ? MappingPrinter.reference(path, rule.attribute(), reference.condition().toString())
        : MappingPrinter.value(path, rule.attribute());
  }
}
