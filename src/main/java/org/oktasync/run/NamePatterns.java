package org.oktasync.run;

import java.util.List;
import java.util.regex.Pattern;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;

/** Names and patterns, in which {@code *} stands for any characters; upper or lower case alike. */
final class NamePatterns {
  private final List<Pattern> patterns;

  NamePatterns(List<String> texts) {
    patterns = texts.stream().filter(text -> !text.isBlank()).map(NamePatterns::compile).toList();
  }

  boolean matches(AccountName name) {
    return matches(name.key());
  }

  boolean matches(GroupName name) {
    return matches(name.key());
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
