package org.oktasync.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oktasync.model.SourceRecord;

/**
 * One step from a value of the source to the value that Jira holds. Total and without memory: any
 * value and any person give a value or a problem, and always the same.
 */
public sealed interface Transformation {
  /**
   * The value after this step.
   *
   * @param value the value so far; may be empty
   * @param person all attributes of the person
   */
  Transformed apply(String value, SourceRecord person);

  /** The attributes that it reads beside the value. */
  default Set<String> paths() {
    return Set.of();
  }

  /** Everything in lower case, alike in every language. */
  record LowerCase() implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.toLowerCase(Locale.ROOT));
    }
  }

  /** Everything in upper case, alike in every language. */
  record UpperCase() implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.toUpperCase(Locale.ROOT));
    }
  }

  /** Without white space around it, and none of several characters within. */
  record Trim() implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.strip().replaceAll("\\s+", " "));
    }
  }

  /**
   * What stands before a text; a value without it stays as it is.
   *
   * @param last whether the last occurrence counts, not the first
   */
  record Before(String text, boolean last) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      int at = last ? value.lastIndexOf(text) : value.indexOf(text);
      return Transformed.to(at < 0 ? value : value.substring(0, at));
    }
  }

  /**
   * What stands after a text; a value without it stays as it is.
   *
   * @param last whether the last occurrence counts, not the first
   */
  record After(String text, boolean last) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      int at = last ? value.lastIndexOf(text) : value.indexOf(text);
      return Transformed.to(at < 0 ? value : value.substring(at + text.length()));
    }
  }

  /**
   * Every match of an expression is replaced; a value without one stays as it is.
   *
   * @param replacement one that the expression accepts, with {@code $1} for its first group
   */
  record Regex(SafeRegex pattern, String replacement) implements Transformation {
    public Regex {
      pattern.checkReplacement(replacement);
    }

    @Override
    public Transformed apply(String value, SourceRecord person) {
      return pattern
          .replaceAll(value, replacement)
          .map(Transformed::to)
          .orElseGet(() -> Transformed.failed("regex-too-much-work", pattern.toString()));
    }
  }

  /** Every occurrence of a text is replaced by another. */
  record Replace(String text, String replacement) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.replace(text, replacement));
    }
  }

  /** A text is put before a value that is not empty. */
  record Prefix(String text) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.isEmpty() ? "" : text + value);
    }
  }

  /** A text is put after a value that is not empty. */
  record Suffix(String text) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(value.isEmpty() ? "" : value + text);
    }
  }

  /** The same value for everybody. */
  record Fixed(String text) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(text);
    }
  }

  /** Several attributes put together. */
  record Combine(Template template) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(template.fill(value, person));
    }

    @Override
    public Set<String> paths() {
      return template.paths();
    }
  }

  /** The first of these that is not empty, where the value so far is. */
  record FirstOf(List<Template> alternatives) implements Transformation {
    public FirstOf {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public Transformed apply(String value, SourceRecord person) {
      if (!value.isBlank()) {
        return Transformed.to(value);
      }
      return alternatives.stream()
          .map(template -> template.fill(value, person))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .map(Transformed::to)
          .orElseGet(() -> Transformed.to(""));
    }

    @Override
    public Set<String> paths() {
      return alternatives.stream()
          .flatMap(template -> template.paths().stream())
          .collect(Collectors.toSet());
    }
  }

  /**
   * Values and what stands for each, upper and lower case alike.
   *
   * @param emptyOtherwise whether a value that is not in the table becomes empty; else it stays
   */
  record Table(Map<String, String> rows, boolean emptyOtherwise) implements Transformation {
    public Table {
      Map<String, String> folded = new TreeMap<>();
      rows.forEach((from, to) -> folded.put(fold(from), to));
      rows = Map.copyOf(folded);
    }

    /** Values that are equal but for upper and lower case, or blanks around them, are one. */
    public static String fold(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Transformed apply(String value, SourceRecord person) {
      return Transformed.to(rows.getOrDefault(fold(value), emptyOtherwise ? "" : value));
    }
  }

  /** A date or time is written in another form; an empty value stays empty. */
  record Date(DateForm form) implements Transformation {
    @Override
    public Transformed apply(String value, SourceRecord person) {
      return value.isBlank() ? Transformed.to("") : form.rewrite(value.strip());
    }
  }
}
