package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oktasync.model.Cursor;
import org.oktasync.plan.ChangeRow;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.RunJournal;

/**
 * Writes the changes of a run to a file, in the journal's order, one by one: a run may have a
 * million of them.
 */
final class ChangeFile {
  /** Without this mark, spreadsheets take UTF-8 for another encoding. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "operation",
          "subject",
          "object",
          "sourceId",
          "before",
          "after",
          "outcome",
          "reason",
          "message");

  private final RunJournal journal;
  private final ChangeJson json;
  private final long runId;
  private final ChangeFilter filter;

  ChangeFile(RunJournal journal, ChangeJson json, long runId, ChangeFilter filter) {
    this.journal = journal;
    this.json = json;
    this.runId = runId;
    this.filter = filter;
  }

  /** What is done with each change. */
  private interface Each {
    void take(JournalEntry entry) throws IOException;
  }

  /** Writes CSV in UTF-8, for spreadsheets. */
  void writeCsv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    writer.write(CsvRow.of(COLUMNS));
    forEach(entry -> writer.write(CsvRow.of(cells(entry))));
    writer.flush();
  }

  /** Writes the same envelope as every list, with all changes in it. */
  void writeJson(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    ObjectNode envelope = JsonAnswer.object();
    JsonAnswer.putTotal(envelope, journal.changes(runId, filter.all()));
    String head = envelope.put("start", 0).toString();
    writer.write(head.substring(0, head.length() - 1) + ",\"values\":[");
    String[] separator = {"\n"};
    forEach(
        entry -> {
          writer.write(separator[0] + json.of(runId, entry));
          separator[0] = ",\n";
        });
    writer.write("\n]}\n");
    writer.flush();
  }

  private void forEach(Each each) throws IOException {
    try (Cursor<JournalEntry> entries = journal.entries(runId, filter.all())) {
      while (entries.hasNext()) {
        each.take(entries.next());
      }
    }
  }

  private List<String> cells(JournalEntry entry) {
    ChangeRow row = entry.change().row();
    return java.util.Arrays.asList(
        ChangeJson.id(runId, entry),
        row.kind().label(),
        row.operation().label(),
        row.subject(),
        row.object(),
        row.sourceId(),
        ChangeJson.values(row.before()).toString(),
        ChangeJson.values(row.after()).toString(),
        entry.outcome().name(),
        ChangeJson.reason(entry),
        json.message(entry));
  }
}
