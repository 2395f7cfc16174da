package org.oktasync.web.rest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a CSV file (RFC 4180), safe to be opened in a spreadsheet: names come from people, and
 * a cell that begins like a formula would be worked out on the administrator's machine. Such a cell
 * gets a leading apostrophe, which spreadsheets take as the mark of a text.
 */
final class CsvRow {
  /** How formulas begin, in spreadsheets of East Asia, too. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvRow() {}

  /** The row with its line end; null is an empty cell. */
  static String of(List<String> cells) {
    return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String value) {
    String text = value == null ? "" : value;
    String safe = beginsFormula(text) ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Spaces in front do not stop a spreadsheet from seeing a formula. */
  private static boolean beginsFormula(String text) {
    int first = 0;
    while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
      first++;
    }
    return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
  }
}
