package org.oktasync.record;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names a person: the id in the source, account names, e-mail addresses, display names.
 *
 * @param sourceId the id in the source
 * @param texts all the others
 */
public record PersonTexts(String sourceId, Set<String> texts) {
  /** Stands where a person was named; no account can have it as its name. */
  public static final String FORGOTTEN = "<forgotten>";

  /** Stands where the id of a person was. */
  public static final String FORGOTTEN_ID = "forgotten";

  private static final int SHORTEST = 2;

  public PersonTexts {
    texts = Set.copyOf(texts);
  }

  /** Whether one of the texts stands in {@code text} as a word or words of its own. */
  public boolean namedIn(String text) {
    return !without(text).equals(text);
  }

  /** The text with {@link #FORGOTTEN} for each of the person's texts that stands in it as words. */
  public String without(String text) {
    String left = words(sourceId).matcher(text).replaceAll(FORGOTTEN_ID);
    List<String> longestFirst =
        texts.stream()
            .filter(one -> one.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    for (String one : longestFirst) {
      left = words(one).matcher(left).replaceAll(Matcher.quoteReplacement(FORGOTTEN));
    }
    return left;
  }

  private static Pattern words(String text) {
    String apart = "(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])";
    return Pattern.compile(apart, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
