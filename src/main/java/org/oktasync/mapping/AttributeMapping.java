package org.oktasync.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.SourceRecord;

/**
 * Where the value of one attribute in Jira comes from.
 *
 * @param target the attribute: {@link #USERNAME}, {@link #EMAIL}, another of the constants, or
 *     {@link #PROPERTY} followed by the key of a user property
 * @param source dotted path of the attribute in the source; empty when the first step makes a value
 * @param steps what is done to the value, in order
 * @param whenEmpty what is done when nothing is left
 */
public record AttributeMapping(
    String target, String source, List<Transformation> steps, WhenEmpty whenEmpty) {
  /** The name to sign in with. */
  public static final String USERNAME = "username";

  /** The e-mail address. */
  public static final String EMAIL = "email";

  /** The name that people see. */
  public static final String DISPLAY_NAME = "displayName";

  /** The first name beside the name that people see. */
  public static final String FIRST_NAME = "firstName";

  /** The last name beside the name that people see. */
  public static final String LAST_NAME = "lastName";

  /** The beginning of the name of an attribute of an administrator's own. */
  public static final String PROPERTY = "property:";

  public AttributeMapping {
    steps = List.copyOf(steps);
  }

  /** The value for a person, cleaned for Jira's columns but not yet judged. */
  public Transformed value(SourceRecord person) {
    List<Transformed> way = trace(person);
    return way.get(way.size() - 1);
  }

  /**
   * The value on its way: as the source has it, then after each step. Ends early with the problem
   * of a step that fails.
   */
  public List<Transformed> trace(SourceRecord person) {
    List<Transformed> way = new ArrayList<>();
    Transformed now = Transformed.to(source.isEmpty() ? "" : person.text(source));
    way.add(now);
    for (Transformation step : steps) {
      now = step.apply(now.value(), person);
      way.add(now);
      if (!now.ok()) {
        break;
      }
    }
    return way;
  }

  /** Every attribute of the source that is read for it. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    if (!source.isEmpty()) {
      paths.add(source);
    }
    steps.forEach(step -> paths.addAll(step.paths()));
    return paths;
  }
}
