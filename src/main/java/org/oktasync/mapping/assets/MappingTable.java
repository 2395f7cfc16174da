package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping text as a table. The text is the mapping: a change of a row is a change of its line,
 * and all that the table does not show, such as comments and blank lines, stays as it is.
 */
public final class MappingTable {
  private final TextLines text;
  private final List<MappingRow> rows;

  /** The table of a text; lines that cannot be read have no rows. */
  public MappingTable(String text) {
    this.text = TextLines.of(text);
    this.rows = rows(MappingText.read(text).lines());
  }

  /** The rows in the order of the text. */
  public List<MappingRow> rows() {
    return rows;
  }

  /**
   * The text with a row changed.
   *
   * @param row as it is to be; its line says which one it is
   * @return unchanged when no row has this line
   */
  public String with(MappingRow row) {
    return isRow(row.line()) ? text.with(row.line(), oneLine(row)).text() : text.text();
  }

  /**
   * The text with a row more, after the last row of its mapping; a mapping that is not there yet
   * begins at the end of the text.
   *
   * @param row its line does not matter
   */
  public String withNew(MappingRow row) {
    Optional<Integer> last =
        rows.stream()
            .filter(one -> one.mapping().equalsIgnoreCase(row.mapping()))
            .map(MappingRow::line)
            .reduce(Math::max);
    if (last.isPresent()) {
      return text.withAfter(last.get(), oneLine(row)).text();
    } else if (row.mapping().isEmpty()) {
      return text.withAfter(0, oneLine(row)).text();
    }
    return begun(row);
  }

  /** The text without a row; unchanged when no row has this line. */
  public String without(int line) {
    return isRow(line) ? text.without(line).text() : text.text();
  }

  private String begun(MappingRow row) {
    int end = text.lines().size();
    while (end > 0 && text.lines().get(end - 1).isBlank()) {
      end--;
    }
    TextLines begun = end == 0 ? text : text.withAfter(end, "");
    int heading = end == 0 ? 0 : end + 1;
    return begun
        .withAfter(heading, row.mapping() + ":")
        .withAfter(heading + 1, oneLine(row))
        .text();
  }

  private boolean isRow(int line) {
    return rows.stream().anyMatch(row -> row.line() == line);
  }

  private static String oneLine(MappingRow row) {
    return row.text().replaceAll("[\\r\\n]+", " ");
  }

  private static List<MappingRow> rows(List<MappingLine> lines) {
    List<MappingRow> rows = new ArrayList<>();
    String heading = "";
    for (MappingLine line : lines) {
      if (line instanceof MappingLine.Heading found) {
        heading = found.name().text();
      }
      row(line, heading).forEach(rows::add);
    }
    return List.copyOf(rows);
  }

  private static Stream<MappingRow> row(MappingLine line, String heading) {
    if (line instanceof MappingLine.Entry entry) {
      return Stream.of(entryRow(entry, heading));
    } else if (line instanceof MappingLine.Setting setting) {
      return Stream.of(
          new MappingRow(
              line.place().line(),
              heading,
              MappingRow.Kind.SETTING,
              setting.name().text(),
              setting.value().text(),
              ""));
    }
    return Stream.empty();
  }

  private static MappingRow entryRow(MappingLine.Entry entry, String heading) {
    boolean reference = entry.condition() != null;
    MappingRow.Kind kind =
        entry.key()
            ? MappingRow.Kind.KEY
            : reference ? MappingRow.Kind.REFERENCE : MappingRow.Kind.VALUE;
    return new MappingRow(
        entry.place().line(),
        heading,
        kind,
        entry.path().text(),
        entry.attribute().text(),
        reference ? entry.condition().text() : "");
  }
}
