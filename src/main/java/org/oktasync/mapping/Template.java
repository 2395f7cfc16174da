package org.oktasync.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.model.SourceRecord;

/**
 * Text with attributes in it, such as <code>${profile.firstName} ${profile.lastName}</code>; <code>
 * ${value}</code> stands for the value so far.
 */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^${}]*)}");
  private static final String VALUE = "value";

  private final String text;
  private final List<String> literals = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();

  private Template(String text) {
    this.text = text;
    Matcher places = PLACE.matcher(text);
    int end = 0;
    while (places.find()) {
      literals.add(text.substring(end, places.start()));
      paths.add(places.group(1).strip());
      end = places.end();
    }
    literals.add(text.substring(end));
  }

  /** The template of this text; every text is one. */
  public static Template of(String text) {
    return new Template(text);
  }

  /**
   * The text with every attribute filled in, without blanks around it. Empty when it names
   * attributes and none of them has a value, so that no lonely separators remain.
   */
  public String fill(String value, SourceRecord person) {
    StringBuilder filled = new StringBuilder(literals.get(0));
    boolean nothing = !paths.isEmpty();
    for (int i = 0; i < paths.size(); i++) {
      String part = paths.get(i).equals(VALUE) ? value : person.text(paths.get(i));
      nothing &= part.isBlank();
      filled.append(part.strip()).append(literals.get(i + 1));
    }
    return nothing ? "" : filled.toString().strip();
  }

  /** Whether an attribute is begun and not ended, so that its beginning would stand as it is. */
  public boolean open() {
    return literals.stream().anyMatch(literal -> literal.contains("${"));
  }

  /** The attributes that it names. */
  public Set<String> paths() {
    Set<String> named = new LinkedHashSet<>(paths);
    named.remove(VALUE);
    return named;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
