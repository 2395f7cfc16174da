package org.oktasync.plan.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.model.Message;

/**
 * Counts what is wrong with values and rules, by what is wrong with which attribute, so that a
 * notice can say it once. For one thread.
 */
public final class ProblemCount {
  /** So many characters of an example are told. */
  private static final int LONGEST_EXAMPLE = 100;

  private static final Comparator<Where> ORDER =
      Comparator.comparing(Where::code).thenComparing(Where::type).thenComparing(Where::attribute);

  private final Map<Where, Counted> counts = new TreeMap<>(ORDER);

  private record Where(String code, String type, String attribute) {}

  private record Counted(long times, String example) {}

  /**
   * Counts one.
   *
   * @param example the value in question; the first in alphabetical order is told; may be empty
   */
  public void add(String code, String type, String attribute, String example) {
    counts.merge(
        new Where(code, type, attribute),
        new Counted(1, example),
        (had, one) ->
            new Counted(
                had.times() + 1,
                had.example().compareTo(one.example()) <= 0 ? had.example() : one.example()));
  }

  /** One notice each: type, attribute, how often, and an example, cut when it is long. */
  public List<Message> notices() {
    return counts.entrySet().stream()
        .map(
            entry ->
                Message.of(
                    entry.getKey().code(),
                    entry.getKey().type(),
                    entry.getKey().attribute(),
                    entry.getValue().times(),
                    brief(entry.getValue().example())))
        .toList();
  }

  /** An example is to be recognised, not read to its end. */
  private static String brief(String example) {
    int most = Math.min(example.length(), LONGEST_EXAMPLE);
    boolean split = most > 0 && Character.isHighSurrogate(example.charAt(most - 1));
    return most == example.length() ? example : example.substring(0, split ? most - 1 : most) + "…";
  }
}
