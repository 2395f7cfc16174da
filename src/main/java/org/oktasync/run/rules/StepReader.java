package org.oktasync.run.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.StepSettings;
import org.oktasync.mapping.DateForm;
import org.oktasync.mapping.InvalidMappingException;
import org.oktasync.mapping.SafeRegex;
import org.oktasync.mapping.Template;
import org.oktasync.mapping.Transformation;

/** Makes transformations of settings, and says what is wrong with those that are none. */
public final class StepReader {
  /** The types of steps, as the settings name them. */
  public static final List<String> TYPES =
      List.of(
          "lower-case",
          "upper-case",
          "trim",
          "before",
          "after",
          "regex",
          "replace",
          "prefix",
          "suffix",
          "combine",
          "first-of",
          "fixed",
          "table",
          "date");

  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_ROWS = 1_000;

  private final List<FieldProblem> problems;

  /**
   * @param problems takes what is wrong
   */
  public StepReader(List<FieldProblem> problems) {
    this.problems = problems;
  }

  /**
   * The transformations of these steps, without those that are none.
   *
   * @param field where the list stands among the settings
   */
  public List<Transformation> read(String field, List<StepSettings> steps) {
    List<Transformation> read = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String at = field + "." + i;
      try {
        read.add(transformation(steps.get(i), at));
      } catch (InvalidMappingException e) {
        problems.add(FieldProblem.of(at + "." + partOf(e, steps.get(i)), e.code(), e.detail()));
      }
    }
    return read;
  }

  private Transformation transformation(StepSettings step, String at) {
    return switch (step.type()) {
      case "lower-case" -> new Transformation.LowerCase();
      case "upper-case" -> new Transformation.UpperCase();
      case "trim" -> new Transformation.Trim();
      case "before" -> new Transformation.Before(needed(step.text()), isLast(step, at));
      case "after" -> new Transformation.After(needed(step.text()), isLast(step, at));
      case "regex" -> new Transformation.Regex(SafeRegex.of(step.text()), step.replacement());
      case "replace" ->
          new Transformation.Replace(needed(step.text()), limited(step.replacement()));
      case "prefix" -> new Transformation.Prefix(needed(step.text()));
      case "suffix" -> new Transformation.Suffix(needed(step.text()));
      case "combine" -> new Transformation.Combine(template(step.text(), at + ".text"));
      case "first-of" -> firstOf(step, at);
      case "fixed" -> new Transformation.Fixed(needed(step.text()));
      case "table" -> new Transformation.Table(rows(step, at), isEmptyOtherwise(step, at));
      case "date" -> new Transformation.Date(DateForm.of(step.from(), step.text(), step.zone()));
      default -> {
        problems.add(
            FieldProblem.of(at + ".type", "not-supported", step.type(), String.join(", ", TYPES)));
        yield new Transformation.Trim();
      }
    };
  }

  /** The setting of a step that an exception is about. */
  private static String partOf(InvalidMappingException e, StepSettings step) {
    return switch (e.code()) {
      case "regex-group" -> "replacement";
      case "schedule-zone-unknown" -> "zone";
      case "date-pattern-illegal" -> e.detail().equals(step.text()) ? "text" : "from";
      default ->
          switch (step.type()) {
            case "first-of" -> "texts";
            case "table" -> "rows";
            default -> "text";
          };
    };
  }

  private Transformation firstOf(StepSettings step, String at) {
    if (step.texts().isEmpty()) {
      throw new InvalidMappingException("value-missing", "");
    }
    return new Transformation.FirstOf(
        step.texts().stream().map(text -> template(text, at + ".texts")).toList());
  }

  private Template template(String text, String field) {
    Template template = Template.of(needed(text));
    if (template.open()) {
      problems.add(FieldProblem.of(field, "template-open"));
    }
    return template;
  }

  private Map<String, String> rows(StepSettings step, String at) {
    if (step.rows().isEmpty()) {
      throw new InvalidMappingException("value-missing", "");
    } else if (step.rows().size() > MOST_ROWS) {
      throw new InvalidMappingException("rows-too-many", String.valueOf(MOST_ROWS));
    }
    Map<String, String> rows = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (StepSettings.Row row : step.rows()) {
      rows.put(limited(row.from()), limited(row.to()));
      if (!seen.add(Transformation.Table.fold(row.from()))) {
        problems.add(FieldProblem.of(at + ".rows", "table-row-twice", row.from()));
      }
    }
    return rows;
  }

  private boolean isLast(StepSettings step, String at) {
    return chosen(step.which(), at + ".which", "first", "last");
  }

  private boolean isEmptyOtherwise(StepSettings step, String at) {
    return chosen(step.otherwise(), at + ".otherwise", "keep", "empty");
  }

  /** Whether the second of two words was chosen; the first is the usual one. */
  private boolean chosen(String word, String field, String usual, String other) {
    if (!word.isEmpty() && !word.equals(usual) && !word.equals(other)) {
      problems.add(FieldProblem.of(field, "not-supported", word, usual + ", " + other));
    }
    return word.equals(other);
  }

  private static String needed(String text) {
    if (text.isEmpty()) {
      throw new InvalidMappingException("value-missing", "");
    }
    return limited(text);
  }

  private static String limited(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidMappingException("text-too-long", String.valueOf(LONGEST_TEXT));
    }
    return text;
  }
}
