package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.oktasync.model.Message;

/** Takes one line apart. */
final class LineReader {
  private static final List<String> KEYWORDS = List.of("key", "map", "config");

  private final int number;
  private final String raw;
  private final Part all;

  private LineReader(int number, String raw) {
    this.number = number;
    this.raw = raw;
    this.all = withoutBullet(Part.of(number, raw, 0, raw.length()));
  }

  /**
   * The line as what it is.
   *
   * @param number counted from 1
   * @param raw without its end
   */
  static MappingLine read(int number, String raw) {
    return new LineReader(number, raw).read();
  }

  private MappingLine read() {
    if (all.isEmpty() || all.text().startsWith("#")) {
      return new MappingLine.Empty(all.place());
    }
    int colon = find(all.begin(), PastedText::colon);
    int equalsSign = find(all.begin(), PastedText::equalsSign);
    if (colon < 0 || equalsSign >= 0 && equalsSign < colon) {
      return unreadable(equalsSign >= 0 ? "mapping-keyword-missing" : "mapping-line-unreadable");
    }
    Part keyword = part(all.begin(), colon);
    return switch (keyword.text().toLowerCase(Locale.ROOT)) {
      case "key" -> entry(keyword, true, colon + 1);
      case "map" -> entry(keyword, false, colon + 1);
      case "config" -> setting(colon + 1);
      default -> heading(keyword, colon);
    };
  }

  private MappingLine heading(Part name, int colon) {
    if (name.isEmpty()) {
      return unreadable("mapping-heading-empty");
    } else if (colon + 1 < all.end()) {
      return new MappingLine.Unreadable(
          name.place(), Suggestion.message("mapping-keyword-unknown", KEYWORDS, name.text()));
    }
    return new MappingLine.Heading(all.place(), name);
  }

  private MappingLine entry(Part keyword, boolean key, int from) {
    int equalsSign = find(from, PastedText::equalsSign);
    if (equalsSign < 0) {
      return unreadable("mapping-equals-missing");
    }
    Part path = part(from, equalsSign);
    int bar = find(equalsSign + 1, PastedText::bar);
    int end = bar < 0 ? all.end() : bar;
    Part attribute = part(equalsSign + 1, end);
    Part condition = bar < 0 ? null : part(bar + 1, all.end());
    return new MappingLine.Entry(all.place(), keyword, key, path, attribute, condition);
  }

  private MappingLine setting(int from) {
    int equalsSign = find(from, PastedText::equalsSign);
    return equalsSign < 0
        ? unreadable("mapping-equals-missing")
        : new MappingLine.Setting(
            all.place(), part(from, equalsSign), part(equalsSign + 1, all.end()));
  }

  private MappingLine unreadable(String code) {
    return new MappingLine.Unreadable(all.place(), Message.of(code));
  }

  private Part withoutBullet(Part line) {
    boolean bulleted =
        line.place().length() > 1
            && PastedText.bullet(raw.charAt(line.begin()))
            && PastedText.blank(raw.charAt(line.begin() + 1));
    return bulleted ? part(line.begin() + 1, line.end()) : line;
  }

  private Part part(int begin, int end) {
    return Part.of(number, raw, begin, end);
  }

  /** The offset of the first such character from there on; -1 when there is none. */
  private int find(int from, IntPredicate wanted) {
    for (int i = from; i < all.end(); i++) {
      if (wanted.test(raw.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
