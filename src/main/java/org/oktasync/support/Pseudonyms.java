package org.oktasync.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts pseudonyms in the place of people's names, logins and e-mail addresses. The same person has
 * the same pseudonym throughout. Addresses that belong to nobody known are replaced, too. For one
 * thread.
 */
public final class Pseudonyms {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  private static final Comparator<Known> LONGEST_FIRST =
      Comparator.comparingInt((Known known) -> known.name().length()).reversed();

  private final Map<String, List<Known>> byFirstWord = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private int others;

  /** A name without the marks around it, and what stands in its place. */
  private record Known(String name, String pseudonym) {}

  /**
   * From here on these names are replaced.
   *
   * @param names of one person; empty ones, and those without a letter or digit, name nobody
   */
  public void add(String pseudonym, String... names) {
    for (String name : names) {
      String core = core(name);
      if (!core.isEmpty() && byName.putIfAbsent(fold(core), pseudonym) == null) {
        List<Known> known =
            byFirstWord.computeIfAbsent(
                fold(core.substring(0, wordEnd(core, 0))), word -> new ArrayList<>());
        known.add(new Known(core, pseudonym));
        known.sort(LONGEST_FIRST);
      }
    }
  }

  /**
   * From here on this name is replaced.
   *
   * @return what stands in its place; empty when the name is
   */
  public String learn(String name) {
    String core = core(name);
    if (core.isEmpty()) {
      return "";
    }
    if (!byName.containsKey(fold(core))) {
      add("other-" + ++others, name);
    }
    return byName.get(fold(core));
  }

  /** The text without the people in it. */
  public String scrub(String text) {
    StringBuilder scrubbed = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      Known known = isWord(text.charAt(at)) ? knownAt(text, at) : null;
      int end = at + 1;
      if (known != null) {
        scrubbed.append(known.pseudonym());
        end = at + known.name().length();
      } else {
        end = isWord(text.charAt(at)) ? wordEnd(text, at) : end;
        scrubbed.append(text, at, end);
      }
      at = end;
    }
    return ADDRESS.matcher(scrubbed).replaceAll(found -> learn(found.group()));
  }

  private Known knownAt(String text, int at) {
    String word = fold(text.substring(at, wordEnd(text, at)));
    for (Known known : byFirstWord.getOrDefault(word, List.of())) {
      int end = at + known.name().length();
      if (text.regionMatches(true, at, known.name(), 0, known.name().length())
          && (end == text.length() || !isWord(text.charAt(end)))) {
        return known;
      }
    }
    return null;
  }

  private static String core(String name) {
    int begin = 0;
    int end = name.length();
    while (begin < end && !isWord(name.charAt(begin))) {
      begin++;
    }
    while (end > begin && !isWord(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(begin, end);
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Letters beyond the first 65,536 characters come in halves. */
  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
