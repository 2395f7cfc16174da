package org.oktasync.mapping.assets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;

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

  Stream<KeyConflict> find(List<ObjectMapping> mappings) {
    Map<String, ObjectMapping> first = new HashMap<>();
    mappings.forEach(mapping -> first.putIfAbsent(typeAndList(mapping), mapping));
    return mappings.stream()
        .filter(mapping -> first.get(typeAndList(mapping)) != mapping)
        .map(mapping -> conflict(first.get(typeAndList(mapping)), mapping));
  }

  private String typeAndList(ObjectMapping mapping) {
    return NameFolding.fold(names.typeOf(mapping)) + '\n' + mapping.dataSource();
  }

  private KeyConflict conflict(ObjectMapping first, ObjectMapping second) {
    Message what =
        Message.of(
            "conflict-type-twice",
            names.typeOf(first),
            first.key().attribute(),
            first.key().place().line(),
            second.key().attribute());
    return new KeyConflict(second.key().place(), what, joined(first, second));
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
