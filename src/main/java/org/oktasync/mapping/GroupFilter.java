package org.oktasync.mapping;

import java.util.ArrayList;
import java.util.List;
import org.oktasync.model.GroupName;
import org.oktasync.model.NamePatterns;

/**
 * Names of groups that are meant: names and patterns with {@code *} in any case, and regular
 * expressions between slashes, which must match the whole name.
 */
public final class GroupFilter {
  private final NamePatterns names;
  private final List<SafeRegex> expressions = new ArrayList<>();

  private GroupFilter(List<String> entries) {
    List<String> plain = new ArrayList<>();
    for (String entry : entries) {
      if (isExpression(entry)) {
        expressions.add(SafeRegex.of(entry.substring(1, entry.length() - 1)));
      } else {
        plain.add(entry);
      }
    }
    names = new NamePatterns(plain);
  }

  private static boolean isExpression(String entry) {
    return entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/");
  }

  /**
   * The filter of these entries.
   *
   * @throws InvalidMappingException when one is a broken expression
   */
  public static GroupFilter of(List<String> entries) {
    return new GroupFilter(entries.stream().map(String::strip).toList());
  }

  /** Whether an entry means this name; an expression that needs too much work does not. */
  boolean matches(String name) {
    return !name.isBlank()
        && (names.matches(new GroupName(name.strip()))
            || expressions.stream().anyMatch(regex -> regex.matches(name).orElse(false)));
  }
}
