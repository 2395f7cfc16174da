package org.oktasync.model;

import java.util.List;
import java.util.regex.Pattern;

/** Names and patterns, in which {@code *} stands for any characters; upper or lower case alike. */
public final class NamePatterns {
  private final List<Pattern> patterns;

  /**
   * @param texts names and patterns; blank ones match nothing
   */
  public NamePatterns(List<String> texts) {
    patterns = texts.stream().filter(text -> !text.isBlank()).map(NamePatterns::compile).toList();
  }

  /** Whether one of them matches the name of an account. */
  public boolean matches(AccountName name) {
    return matches(name.key());
  }

  /** Whether one of them matches the name of a group. */
  public boolean matches(GroupName name) {
    return matches(name.key());
  }

  /** Whether one of them matches a text that may be no name at all; a blank one never does. */
  public boolean matchesText(String text) {
    return !text.isBlank() && matches(new AccountName(text.strip()).key());
  }

  private boolean matches(String folded) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(folded).matches());
  }

  /** The text is folded like the names it is compared with; literal parts are quoted. */
  private static Pattern compile(String text) {
    StringBuilder regex = new StringBuilder();
    for (String literal : new AccountName(text.strip()).key().split("\\*", -1)) {
      regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
