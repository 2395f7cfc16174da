package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.oktasync.model.SourceValue;

/**
 * The way to values inside a source object: names, joined by dots, places in lists counted from 0,
 * and {@code *} for all elements of a list. {@code users.0.email} and {@code users[0].email} are
 * one path, as are {@code users.*.email} and {@code users[*].email}. A list that a path goes
 * through or ends at without a number stands for all its elements.
 */
public final class SourcePath {
  private static final String ALL = "*";
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s.\\[\\]=|${}*]+(\\.([^\\s.\\[\\]=|${}*]+|\\*)|\\[(\\d+|\\*)])*");

  /** Numbers longer than this are names. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final List<String> steps;

  private SourcePath(List<String> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * The path that a text writes.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SourcePath of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a path: " + text));
  }

  /** The path that a text writes; empty when it is none. */
  public static Optional<SourcePath> parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    String dotted = text.replace("[", ".").replace("]", "");
    return Optional.of(new SourcePath(List.of(dotted.split("\\."))));
  }

  /** Its first name, for example {@code groups} of {@code groups.*.id}. */
  public String first() {
    return steps.get(0);
  }

  /** Whether it asks for all elements of a list. */
  public boolean wild() {
    return steps.contains(ALL);
  }

  /**
   * The dotted path of what has to be read of a source object so that nothing of this path is
   * missing: an attribute of the profile with all that is in it, else everything under the first
   * name.
   */
  public String attribute() {
    boolean ofProfile = steps.size() > 1 && first().equals("profile") && !steps.get(1).equals(ALL);
    return ofProfile ? first() + "." + steps.get(1) : first();
  }

  /**
   * The values at this path, lists taken apart, in the source's order; none when it leads nowhere.
   * Names may stand in the record one in another, or joined by dots as one name; where both are
   * there, the longest name that leads somewhere counts.
   */
  public List<SourceValue> values(SourceValue.Fields source) {
    List<SourceValue> found = new ArrayList<>();
    collect(source, 0, found);
    return List.copyOf(found);
  }

  private void collect(SourceValue value, int step, List<SourceValue> found) {
    if (value instanceof SourceValue.Items items) {
      collectItems(items.values(), step, found);
    } else if (step == steps.size()) {
      found.add(value);
    } else if (value instanceof SourceValue.Fields fields) {
      collectFields(fields, step, found);
    }
  }

  private void collectItems(List<SourceValue> items, int step, List<SourceValue> found) {
    String next = step == steps.size() ? ALL : steps.get(step);
    if (NUMBER.matcher(next).matches()) {
      int index = Integer.parseInt(next);
      if (index < items.size()) {
        collect(items.get(index), step + 1, found);
      }
      return;
    }
    int following = next.equals(ALL) ? Math.min(step + 1, steps.size()) : step;
    items.forEach(item -> collect(item, following, found));
  }

  private void collectFields(SourceValue.Fields fields, int step, List<SourceValue> found) {
    int before = found.size();
    for (int end = steps.size(); end > step && found.size() == before; end--) {
      SourceValue value = fields.values().get(String.join(".", steps.subList(step, end)));
      if (value != null) {
        collect(value, end, found);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourcePath path && path.steps.equals(steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  /** As it is written with dots. */
  @Override
  public String toString() {
    return String.join(".", steps);
  }
}
