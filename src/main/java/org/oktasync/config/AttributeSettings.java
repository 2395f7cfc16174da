package org.oktasync.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Where one attribute of accounts in Jira comes from.
 *
 * @param target {@code username}, {@code email}, {@code displayName}, {@code firstName}, {@code
 *     lastName}, or {@code property} for an attribute of the administrator's own
 * @param key the key of that attribute; empty for others
 * @param name the name under which people see it; empty for others
 * @param source dotted path of the Okta attribute; empty when the first step makes a value
 * @param steps what is done to the value, in order
 * @param whenEmpty {@code clear}, {@code keep}, {@code username} or {@code leave-out}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AttributeSettings(
    String target,
    String key,
    String name,
    String source,
    List<StepSettings> steps,
    String whenEmpty) {
  public static final String USERNAME = "username";
  public static final String EMAIL = "email";
  public static final String DISPLAY_NAME = "displayName";
  public static final String PROPERTY = "property";

  public AttributeSettings {
    target = text(target);
    key = text(key);
    name = text(name);
    source = text(source);
    steps = steps == null ? List.of() : List.copyOf(steps);
    whenEmpty = whenEmpty == null || whenEmpty.isEmpty() ? usual(target) : whenEmpty;
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }

  /** What is done about empty values where nothing is said. */
  private static String usual(String target) {
    return switch (target) {
      case USERNAME -> "leave-out";
      case DISPLAY_NAME -> "username";
      default -> "clear";
    };
  }

  /** An attribute that is taken as it is. */
  public static AttributeSettings of(String target, String source, StepSettings... steps) {
    return new AttributeSettings(target, "", "", source, List.of(steps), "");
  }

  /** The same attribute from another source. */
  public AttributeSettings from(String otherSource) {
    return new AttributeSettings(target, key, name, otherSource, steps, whenEmpty);
  }
}
