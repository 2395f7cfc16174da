package org.oktasync.devkit.jiraapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The evidence: per type its header, grade and members of grade A or B, in normal form. */
final class Ledger {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?<flags>(?:@Deprecated )?public (?:static |abstract |final )*)"
              + "(?<kind>class|interface|enum|@interface) (?<name>[\\w.$]+)(?<params><[^>]*>)?"
              + "(?: extends (?<extends>.*?))?(?: implements (?<implements>.*))?");

  private final Map<String, Entry> entries = new HashMap<>();

  /** Reads {@code fqcn|member|grade} lines; the first line of a type is its header. */
  Ledger(List<String> lines) {
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] parts = line.split("\\|", 3);
        Entry entry = entries.get(parts[0]);
        if (entry == null) {
          entries.put(parts[0], new Entry(parts[1], parts[2]));
        } else if (parts[2].matches("[AB]")) {
          entry.add(parts[1]);
        }
      }
    }
  }

  /** Null when the type does not stand in the ledger. */
  Entry entry(Class<?> type) {
    return entries.get(type.getName());
  }

  Set<String> types() {
    return entries.keySet();
  }

  /** What the ledger says of one type. */
  static final class Entry {
    final String grade;
    final String flags;
    final String kind;
    final String params;
    final List<String> supertypes = new ArrayList<>();
    final String superclass;
    final Set<String> members = new HashSet<>();
    final String meta;
    List<String> constants = List.of();

    Entry(String header, String grade) {
      this.grade = grade;
      this.meta = Signatures.metaAnnotations(header);
      Matcher matcher = HEADER.matcher(Signatures.withoutAnnotations(header));
      if (!matcher.matches()) {
        throw new IllegalArgumentException("Not a header: " + header);
      }
      flags = matcher.group("flags");
      kind = matcher.group("kind");
      params = matcher.group("params") == null ? "" : matcher.group("params");
      String parents = matcher.group("extends");
      superclass = kind.equals("class") && parents != null ? parents : "java.lang.Object";
      addSupertypes(kind.equals("interface") ? parents : matcher.group("implements"));
    }

    private void addSupertypes(String list) {
      if (list != null) {
        supertypes.addAll(Signatures.splitTypes(list));
      }
    }

    private void add(String member) {
      if (member.startsWith("enum constants: ")) {
        constants = List.of(member.substring("enum constants: ".length()).split(", "));
      } else {
        members.add(Signatures.normal(member));
      }
    }
  }
}
