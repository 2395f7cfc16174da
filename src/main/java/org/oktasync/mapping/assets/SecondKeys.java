package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;

/** A second {@code key:} line under one heading. It is read as a {@code map:} line. */
final class SecondKeys {
  private final TextLines text;

  SecondKeys(TextLines text) {
    this.text = text;
  }

  /** A pair of keys under one heading. */
  private record Pair(MappingLine.Entry first, MappingLine.Entry second) {}

  Stream<KeyConflict> find(List<MappingLine> lines) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, MappingLine.Entry> firstKeys = new HashMap<>();
    String heading = "";
    for (MappingLine line : lines) {
      if (line instanceof MappingLine.Heading found) {
        heading = NameFolding.fold(found.name().text());
      } else if (line instanceof MappingLine.Entry entry && entry.key()) {
        MappingLine.Entry first = firstKeys.putIfAbsent(heading, entry);
        if (first != null && !same(first, entry)) {
          pairs.add(new Pair(first, entry));
        }
      }
    }
    return pairs.stream().map(pair -> conflict(pair.first(), pair.second()));
  }

  private KeyConflict conflict(MappingLine.Entry first, MappingLine.Entry second) {
    Message what =
        Message.of(
            "conflict-key-twice",
            first.attribute().text(),
            second.attribute().text(),
            first.place().line());
    return new KeyConflict(second.place(), what, asMap(second));
  }

  private static boolean same(MappingLine.Entry first, MappingLine.Entry second) {
    return first.path().text().equals(second.path().text())
        && first.attribute().text().equalsIgnoreCase(second.attribute().text());
  }

  private String asMap(MappingLine.Entry key) {
    int number = key.place().line();
    return text.with(number, asMap(key, text.lines().get(number - 1))).text();
  }

  /** A line with {@code map:} in place of {@code key:}; any other line as it is. */
  static String asMap(MappingLine line, String raw) {
    if (line instanceof MappingLine.Entry entry && entry.key()) {
      Part keyword = entry.keyword();
      return raw.substring(0, keyword.begin()) + "map" + raw.substring(keyword.end());
    }
    return raw;
  }
}
