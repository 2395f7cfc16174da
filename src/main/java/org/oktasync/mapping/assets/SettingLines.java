package org.oktasync.mapping.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code config:} lines of one mapping, while they are read. */
final class SettingLines {
  static final String SECTION = "section";
  static final String DATA_SOURCE = "data_source";
  static final String SEARCH = "search";
  static final String PAGE_SIZE = "page_size";
  static final String DATA_LIMIT = "data_limit";

  private static final List<String> NAMES =
      List.of(SECTION, DATA_SOURCE, SEARCH, PAGE_SIZE, DATA_LIMIT);
  private static final int LARGEST_PAGE = 10_000;

  private final Findings findings;
  private final Map<String, Part> lines = new LinkedHashMap<>();
  private final Map<String, Place> sections = new LinkedHashMap<>();
  private DataSource source = new DataSource("", "", 0);
  private String search = "";
  private int pageSize;
  private int dataLimit;

  SettingLines(Findings findings) {
    this.findings = findings;
  }

  /** The setting's name as it is printed, however somebody joined its words; empty for no name. */
  static Optional<String> nameOf(String written) {
    String folded = written.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    return NAMES.stream().filter(name -> name.replace("_", "").equals(folded)).findFirst();
  }

  void add(MappingLine.Setting line) {
    Optional<String> name = nameOf(line.name().text());
    Part value = line.value();
    if (name.isEmpty()) {
      findings.unknown(line.name().place(), "mapping-config-unknown", NAMES, line.name().text());
    } else if (value.isEmpty()) {
      findings.error(value.place(), "mapping-config-empty", name.get());
    } else if (name.get().equals(SECTION)) {
      addSections(value);
    } else if (isFirst(name.get(), line)) {
      set(name.get(), value);
    }
  }

  private boolean isFirst(String name, MappingLine.Setting line) {
    Part before = lines.putIfAbsent(name, line.value());
    if (before == null) {
      return true;
    } else if (before.text().equals(line.value().text())) {
      findings.warning(line.place(), "mapping-line-twice", before.place().line());
    } else {
      findings.error(line.place(), "mapping-config-twice", name, before.place().line());
    }
    return false;
  }

  private void set(String name, Part value) {
    switch (name) {
      case DATA_SOURCE -> DataSource.read(value, findings).ifPresent(read -> source = read);
      case SEARCH -> search = PastedText.plainQuotes(value.text());
      case PAGE_SIZE -> pageSize = number(name, value, LARGEST_PAGE);
      default -> dataLimit = number(name, value, Integer.MAX_VALUE);
    }
  }

  private int number(String name, Part value, int largest) {
    if (value.text().matches("[0-9]{1,10}")) {
      long number = Long.parseLong(value.text());
      if (number >= 1 && number <= largest) {
        return (int) number;
      }
    }
    findings.error(value.place(), "mapping-config-number", name, largest, value.text());
    return 0;
  }

  private void addSections(Part value) {
    lines.putIfAbsent(SECTION, value);
    for (String written : value.text().split("[,;\\s]+")) {
      String section = written.toLowerCase(Locale.ROOT);
      if (Section.ALL.contains(section)) {
        sections.putIfAbsent(section, value.place());
      } else if (!section.isEmpty()) {
        findings.unknown(value.place(), "mapping-section-unknown", Section.ALL, written);
      }
    }
  }

  /** Tells what does not go together, once all lines are read. */
  void end() {
    if (!source.path().isEmpty() && !sections.isEmpty()) {
      findings.error(lines.get(SECTION).place(), "mapping-section-of-list");
    }
  }

  /** Where a setting stands; null when there is none of this name. */
  Place place(String name) {
    return lines.containsKey(name) ? lines.get(name).place() : null;
  }

  Set<String> sections() {
    return sections.keySet();
  }

  /** Where a section is asked for first; null when it is not. */
  Place placeOfSection(String section) {
    return sections.get(section);
  }

  String dataSource() {
    return source.path();
  }

  String search() {
    return search.isEmpty() ? source.search() : search;
  }

  int pageSize() {
    return pageSize == 0 ? source.pageSize() : pageSize;
  }

  int dataLimit() {
    return dataLimit;
  }
}
