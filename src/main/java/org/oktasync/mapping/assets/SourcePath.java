package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
  private static final int LONGEST = 500;
  private static final Pattern STEP =
      Pattern.compile("\\G(?:(\\.?)([^\\s\\p{Z}.\\[\\]=|${}*]+|\\*)|\\[(\\d+|\\*)])");

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

  /** The path that a text writes; empty when it is none, or longer than any path of Okta is. */
  public static Optional<SourcePath> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int end = 0;
    while (step.find()) {
      boolean dotted = step.group(2) != null;
      boolean first = steps.isEmpty();
      if (dotted ? first != step.group(1).isEmpty() : first) {
        return Optional.empty();
      }
      steps.add(dotted ? step.group(2) : step.group(3));
      end = step.end();
    }
    boolean whole = end == text.length() && !steps.isEmpty() && !steps.get(0).equals(ALL);
    return whole ? Optional.of(new SourcePath(steps)) : Optional.empty();
  }

  /** Its first name, for example {@code groups} of {@code groups.*.id}. */
  public String first() {
    return steps.get(0);
  }

  /** Whether it asks for all elements of a list. */
  public boolean wild() {
    return steps.contains(ALL);
  }

  /** Whether it asks for one element of a list by its number. */
  boolean numbered() {
    return steps.stream().anyMatch(step -> NUMBER.matcher(step).matches());
  }

  /** The dotted path without numbers and wildcards, as schemas name it. */
  String withoutNumbers() {
    return String.join(".", names());
  }

  /** Whether another path leads to the same place, when numbers and wildcards are left out. */
  boolean samePlace(SourcePath other) {
    return names().equals(other.names());
  }

  /** What is left of it inside an element of the list that its first name is; may be empty. */
  Optional<SourcePath> withinElement() {
    List<String> rest = names().subList(1, names().size());
    return rest.isEmpty() ? Optional.empty() : Optional.of(new SourcePath(rest));
  }

  private List<String> names() {
    return steps.stream()
        .filter(step -> !step.equals(ALL) && !NUMBER.matcher(step).matches())
        .toList();
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
