package org.oktasync.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One step of what is done to a value on its way to Jira. What a step does not need is empty.
 *
 * @param type what is done, for example {@code lower-case}
 * @param text the text that the step looks for, puts or fills in
 * @param replacement what comes in its place; with {@code regex}, {@code $1} is its first group
 * @param which {@code first} or {@code last}: which of several occurrences counts
 * @param texts alternatives of {@code first-of}, in order
 * @param rows the table of {@code table}
 * @param otherwise {@code keep} or {@code empty}: what becomes of a value that is not in the table
 * @param from the pattern that dates have; empty for ISO 8601
 * @param zone the time zone in which days are counted; empty for UTC
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepSettings(
    String type,
    String text,
    String replacement,
    String which,
    List<String> texts,
    List<Row> rows,
    String otherwise,
    String from,
    String zone) {

  /** A value and what stands for it. */
  public record Row(String from, String to) {
    public Row {
      from = from == null ? "" : from;
      to = to == null ? "" : to;
    }
  }

  public StepSettings {
    type = text(type);
    text = text(text);
    replacement = text(replacement);
    which = text(which);
    texts = texts == null ? List.of() : List.copyOf(texts);
    rows = rows == null ? List.of() : List.copyOf(rows);
    otherwise = text(otherwise);
    from = text(from);
    zone = text(zone);
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  /** A step that needs nothing but a text. */
  public static StepSettings of(String type, String text) {
    return new StepSettings(type, text, "", "", List.of(), List.of(), "", "", "");
  }

  /** The first of some texts that is not empty. */
  public static StepSettings firstOf(List<String> texts) {
    return new StepSettings("first-of", "", "", "", texts, List.of(), "", "", "");
  }
}
