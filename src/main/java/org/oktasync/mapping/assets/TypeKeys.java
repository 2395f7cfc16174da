package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.model.Message;

/** Two mappings that make objects of one type of one list: they are meant to be one. */
final class TypeKeys {
  private final TextLines text;
  private final List<MappingLine> lines;
  private final TypeNames names;

  TypeKeys(TextLines text, List<MappingLine> lines, TypeNames names) {
    this.text = text;
    this.lines = lines;
    this.names = names;
  }

  List<KeyConflict> find(List<ObjectMapping> mappings) {
    List<KeyConflict> conflicts = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      for (int j = 0; j < i; j++) {
        conflict(mappings.get(j), mappings.get(i)).ifPresent(conflicts::add);
      }
    }
    return conflicts;
  }

  private Optional<KeyConflict> conflict(ObjectMapping first, ObjectMapping second) {
    boolean sameType = names.typeOf(first).equalsIgnoreCase(names.typeOf(second));
    if (!sameType || !first.dataSource().equals(second.dataSource())) {
      return Optional.empty();
    }
    Message what =
        Message.of(
            "conflict-type-twice",
            names.typeOf(first),
            first.key().attribute(),
            first.key().place().line(),
            second.key().attribute());
    return Optional.of(new KeyConflict(second.key().place(), what, joined(first, second)));
  }

  /** The text with the lines of the second mapping under the first one, its key mapped as well. */
  private String joined(ObjectMapping first, ObjectMapping second) {
    Map<Integer, String> moved = new TreeMap<>();
    boolean inside = false;
    for (MappingLine line : lines) {
      int number = line.place().line();
      if (line instanceof MappingLine.Heading heading) {
        inside = heading.name().text().equalsIgnoreCase(second.name());
        if (inside) {
          moved.put(number, "");
        }
      } else if (inside && !(line instanceof MappingLine.Empty)) {
        moved.put(number, SecondKeys.asMap(line, text.lines().get(number - 1)));
      }
    }
    return text.moved(moved, first.lastLine()).text();
  }
}
