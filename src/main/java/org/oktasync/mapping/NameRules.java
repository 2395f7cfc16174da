package org.oktasync.mapping;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a name must be to become an account or group name in Jira: composed Unicode, no blanks
 * around it, at most 255 characters, none of {@code < > & %}, no control, format or zero-width
 * character. Apostrophes, slashes, commas, quotes, plus signs, number signs and every script are
 * fine.
 */
public final class NameRules {
  /** The width of Jira's name columns. */
  public static final int LONGEST = 255;

  private static final String FORBIDDEN = "<>&%";

  private NameRules() {}

  /** The name as it would be written: composed (NFC) and without white space around it. */
  public static String clean(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
  }

  /**
   * What is wrong with a cleaned name, if anything.
   *
   * @param prefix the first part of the problem's code, {@code login} or {@code group-name}
   */
  public static Optional<MappingProblem> problemOf(String prefix, String name) {
    if (name.isEmpty()) {
      return Optional.of(new MappingProblem(prefix + "-missing", ""));
    }
    if (name.length() > LONGEST) {
      String start = Texts.cut(name, 40);
      return Optional.of(new MappingProblem(prefix + "-too-long", start));
    }
    return name.codePoints()
        .filter(NameRules::forbidden)
        .mapToObj(c -> new MappingProblem(prefix + "-illegal-character", describe(c)))
        .findFirst();
  }

  private static boolean forbidden(int c) {
    int type = Character.getType(c);
    return FORBIDDEN.indexOf(c) >= 0
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static String describe(int c) {
    return FORBIDDEN.indexOf(c) >= 0 ? Character.toString(c) : String.format("U+%04X", c);
  }
}
