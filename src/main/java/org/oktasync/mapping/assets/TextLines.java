package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A text as lines that can be changed one by one, each keeping the way it ended.
 *
 * @param lines without their ends; at least one
 * @param ends LF, CRLF, CR or, for the last one, nothing; as many as lines
 */
record TextLines(List<String> lines, List<String> ends) {
  TextLines {
    lines = List.copyOf(lines);
    ends = List.copyOf(ends);
  }

  static TextLines of(String text) {
    List<String> lines = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    int begin = 0;
    while (begin <= text.length()) {
      int end = endOfLine(text, begin);
      lines.add(text.substring(begin, end));
      String mark =
          text.startsWith("\r\n", end)
              ? "\r\n"
              : text.substring(end, Math.min(end + 1, text.length()));
      ends.add(mark);
      begin = mark.isEmpty() ? text.length() + 1 : end + mark.length();
    }
    return new TextLines(lines, ends);
  }

  private static int endOfLine(String text, int begin) {
    int end = begin;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** The text with another line in place of this one, counted from 1. */
  TextLines with(int number, String line) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(number - 1, line);
    return new TextLines(changed, ends);
  }

  /** The text with a line more after this one, counted from 1; 0 puts it first. */
  TextLines withAfter(int number, String line) {
    List<String> changed = new ArrayList<>(lines);
    List<String> changedEnds = new ArrayList<>(ends);
    changed.add(number, line);
    String usual = usualEnd();
    if (number == lines.size()) {
      changedEnds.set(number - 1, usual);
      changedEnds.add("");
    } else {
      changedEnds.add(number, usual);
    }
    return new TextLines(changed, changedEnds);
  }

  /**
   * The text with lines taken from their places and put after another one, all counted from 1.
   *
   * @param moved what each line becomes, by its number; one that becomes empty is left out
   */
  TextLines moved(Map<Integer, String> moved, int after) {
    List<String> arrived = moved.values().stream().filter(line -> !line.isEmpty()).toList();
    List<String> changed = new ArrayList<>(after == 0 ? arrived : List.of());
    for (int number = 1; number <= lines.size(); number++) {
      if (!moved.containsKey(number)) {
        changed.add(lines.get(number - 1));
      }
      if (number == after) {
        changed.addAll(arrived);
      }
    }
    return new TextLines(changed, endsOf(changed.size()));
  }

  /** The ends of so many lines, the usual one and that of the last line. */
  private List<String> endsOf(int size) {
    List<String> all = new ArrayList<>(Collections.nCopies(size, usualEnd()));
    all.set(size - 1, ends.get(ends.size() - 1));
    return all;
  }

  private String usualEnd() {
    return ends.get(0).isEmpty() ? "\n" : ends.get(0);
  }

  /** The text without this line, counted from 1. */
  TextLines without(int number) {
    List<String> changed = new ArrayList<>(lines);
    List<String> changedEnds = new ArrayList<>(ends);
    changed.remove(number - 1);
    changedEnds.remove(number - 1);
    if (changed.isEmpty()) {
      return new TextLines(List.of(""), List.of(""));
    } else if (number == lines.size()) {
      changedEnds.set(changedEnds.size() - 1, "");
    }
    return new TextLines(changed, changedEnds);
  }

  /** The whole text again. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append(ends.get(i));
    }
    return text.toString();
  }
}
