package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whether a condition is a plain equality of one attribute with the value. */
final class AqlEquality {
  private static final String NOT_IN_NAMES = "\"'\\=!<>()|.,";

  /** Words of the query language: an unquoted name that has one among its words is no name. */
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "not", "in", "like", "is", "having", "order");

  private AqlEquality() {}

  static Optional<String> attributeOf(List<AqlPiece> pieces) {
    if (pieces.size() < 2 || pieces.get(1).kind() != AqlPiece.Kind.LITERAL) {
      return Optional.empty();
    }
    String before = pieces.get(0).text().strip();
    if (pieces.size() == 2) {
      return before.endsWith("=") ? name(withoutEnd(before, 1)) : Optional.empty();
    }
    boolean closed = pieces.size() == 3 && pieces.get(2).text().strip().equals(")");
    return closed && before.endsWith("(") ? nameBeforeIn(withoutEnd(before, 1)) : Optional.empty();
  }

  private static Optional<String> nameBeforeIn(String before) {
    boolean in = before.toLowerCase(Locale.ROOT).endsWith("in");
    String name = in ? before.substring(0, before.length() - 2) : "";
    boolean apart = name.endsWith(" ") || name.endsWith("\"");
    return apart ? name(name.strip()) : Optional.empty();
  }

  private static String withoutEnd(String text, int characters) {
    return text.substring(0, text.length() - characters).strip();
  }

  private static Optional<String> name(String written) {
    return written.startsWith("\"") ? quotedName(written) : bareName(written);
  }

  private static Optional<String> bareName(String written) {
    boolean plain = written.chars().noneMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0);
    boolean words =
        List.of(written.toLowerCase(Locale.ROOT).split("\\s+")).stream()
            .noneMatch(OPERATORS::contains);
    return plain && words && !written.isEmpty() ? Optional.of(written) : Optional.empty();
  }

  /** The text between the quotes, when nothing stands behind them. */
  private static Optional<String> quotedName(String written) {
    StringBuilder name = new StringBuilder();
    int at = 1;
    while (at < written.length() && written.charAt(at) != '"') {
      if (written.charAt(at) == '\\' && at + 1 < written.length()) {
        at++;
      }
      name.append(written.charAt(at));
      at++;
    }
    boolean all = at == written.length() - 1 && !name.isEmpty();
    return all ? Optional.of(name.toString()) : Optional.empty();
  }
}
