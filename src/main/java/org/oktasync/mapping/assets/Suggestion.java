package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.oktasync.model.Message;

/** What somebody probably meant, who wrote a name that nobody knows. */
final class Suggestion {
  private static final int LONGEST = 60;

  private Suggestion() {}

  /**
   * A message about a name that nobody knows. When a known one is written alike, the code gets the
   * end {@code -suggested} and the known name as a last value.
   */
  static Message message(String code, Collection<String> known, String name, Object... more) {
    List<String> values = new ArrayList<>();
    values.add(name);
    Arrays.stream(more).map(String::valueOf).forEach(values::add);
    String meant = of(name, known);
    if (meant.isEmpty()) {
      return new Message(code, values);
    }
    values.add(meant);
    return new Message(code + "-suggested", values);
  }

  /** The known name that is written most alike; empty when none is close. */
  static String of(String written, Collection<String> known) {
    int farthest = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(name -> written.length() <= LONGEST && name.length() <= LONGEST)
        .filter(name -> distance(written, name) <= farthest)
        .min(Comparator.comparingInt((String name) -> distance(written, name)))
        .orElse("");
  }

  /** How many letters must be put in, taken out or changed to make one of the other. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
