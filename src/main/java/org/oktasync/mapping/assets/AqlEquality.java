package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a condition is a plain equality of one attribute with the value. */
final class AqlEquality {
  private static final String NAME = "(\"(?:[^\"\\\\]|\\\\.)+\"|[^\"\\\\=!<>()|.,]+?)";
  private static final Pattern EQUALS = Pattern.compile("\\s*" + NAME + "\\s*=\\s*");
  private static final Pattern ONE_OF =
      Pattern.compile("\\s*" + NAME + "(?:\\s+|(?<=\"))IN\\s*\\(\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("\\s*\\)\\s*");

  /** Words of the query language: an unquoted name that has one among its words is no name. */
  private static final Pattern OPERATOR =
      Pattern.compile(
          "(.*\\s)?(and|or|not|in|like|is|having|order)(\\s.*)?", Pattern.CASE_INSENSITIVE);

  private AqlEquality() {}

  static Optional<String> attributeOf(List<AqlPiece> pieces) {
    if (pieces.size() < 2 || pieces.get(1).kind() != AqlPiece.Kind.LITERAL) {
      return Optional.empty();
    }
    String before = pieces.get(0).text();
    if (pieces.size() == 2) {
      return name(EQUALS.matcher(before));
    }
    boolean closed = pieces.size() == 3 && END.matcher(pieces.get(2).text()).matches();
    return closed ? name(ONE_OF.matcher(before)) : Optional.empty();
  }

  private static Optional<String> name(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String written = matcher.group(1);
    if (written.startsWith("\"")) {
      String inner = written.substring(1, written.length() - 1);
      return Optional.of(inner.replaceAll("\\\\(.)", "$1"));
    }
    return OPERATOR.matcher(written).matches() ? Optional.empty() : Optional.of(written.strip());
  }
}
