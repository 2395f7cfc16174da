package org.oktasync.ao;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.Message;
import org.oktasync.record.ChangeResult;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalPage;
import org.oktasync.record.JournalQuery;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanWriter;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.RunJournal;
import org.oktasync.record.RunOutcome;
import org.oktasync.record.SyncRun;

/**
 * The journal of a large run on PostgreSQL: how long it takes to write, what it weighs, how long
 * each kind of question takes. Prints figures, asserts nothing. The system property {@code
 * journal.changes} sets the size.
 */
public class JournalBench {
  private static final int CHANGES = Integer.getInteger("journal.changes", 1_000_000);
  private static final int ROUNDS = 40;

  @Rule public final TestDatabase database = TestDatabase.onPostgres();

  private final LargePlan content = new LargePlan(CHANGES);
  private AoPlanStore plans;
  private RunJournal journal;
  private long run;
  private String middle;

  @Test
  public void measure() throws SQLException {
    plans = new AoPlanStore(database.node());
    journal = new AoRunJournal(database.node(), plans);
    write(add(2), new LargePlan(CHANGES / 5));
    run = add(1);
    time("write " + CHANGES + " changes", () -> write(run, content));
    time("mark them as applied, 2 of 100 as failed", this::apply);
    TableSizes.print(database.connection());
    questions("right after the run");
    try (var statement = database.connection().createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
    questions("once the database has looked after its tables");
    time("read all of them, as for a download", this::readAll);
    time("delete them, in steps of 500 rows", () -> journal.delete(run));
  }

  private long add(long connection) {
    return journal
        .add(
            SyncRun.starting(
                connection,
                "manual",
                "ada",
                SyncRun.FULL,
                false,
                1,
                SyncRun.Origin.NONE,
                Instant.EPOCH,
                "node"))
        .id();
  }

  private void write(long plan, LargePlan changes) {
    try (PlanWriter writer = plans.begin(plan)) {
      changes.into(writer::change);
      writer.finish();
    }
  }

  /** Everything is done; two of a hundred failed, and one of a thousand had changed since. */
  private void apply() {
    List<ChangeResult> results = new ArrayList<>();
    try (Cursor<PlannedChange> changes = plans.changes(run, Mark.START)) {
      for (long i = 1; changes.hasNext(); i++) {
        PlannedChange change = changes.next();
        if (i % 50 == 0 && i % 1000 != 0) {
          results.add(new ChangeResult(change, RunOutcome.FAILED, Message.of("account-gone", i)));
        } else if (i % 1000 == 0) {
          results.add(new ChangeResult(change, RunOutcome.SKIPPED, Message.of("changed-since")));
        }
        if (results.size() == 500 || !changes.hasNext()) {
          journal.advance(run, change.mark(), RunCounts.NONE, results);
          results.clear();
        }
        if (i == CHANGES / 2) {
          middle = Position.at(Place.of(change.mark())).key();
        }
      }
    }
  }

  private void questions(String when) {
    System.out.printf("%n%-46s %8s %8s %8s  %s%n", when, "p50 ms", "p95 ms", "most", "found");
    ask("first page", i -> query("", "", "", ""));
    ask("page in the middle, by key", i -> query("", "", "", "").behind(middle, 50));
    ask("people", i -> query("user", "", "", ""));
    ask("groups", i -> query("group", "", "", ""));
    ask("removals", i -> query("", "remove", "", ""));
    ask("deactivated people", i -> query("user", "deactivate", "", ""));
    ask("nothing: deactivated groups", i -> query("group", "deactivate", "", ""));
    for (RunOutcome outcome : RunOutcome.values()) {
      ask(outcome.name(), i -> query("", "", outcome.name(), ""));
      ask(outcome + ", middle, by key", i -> query("", "", outcome.name(), "").behind(middle, 50));
      ask(outcome + " removals of members", i -> query("membership", "remove", outcome.name(), ""));
    }
    ask("a person by the whole name", i -> query("", "", "", content.nameOf(person(i))));
    ask("a person by Okta id", i -> query("", "", "", content.idOf(person(i))));
    ask("people by a beginning of 7 letters", i -> query("", "", "", start(i, 7)));
    ask("people by a beginning of 3 letters", i -> query("", "", "", start(i, 3)));
    ask("people by 1 letter", i -> query("", "", "", start(i, 1)));
    ask("a group by name", i -> query("", "", "", content.group(i + 1)));
    ask("the largest group by name", i -> query("", "", "", content.largestGroup()));
    ask("all departments", i -> query("", "", "", "dep"));
    ask("nobody", i -> query("", "", "", "zzz" + i));
    ask("3 letters, deactivated", i -> query("user", "deactivate", "", start(i, 3)));
    ask("3 letters, group", i -> query("group", "", "", start(i, 3)));
    ask("3 letters, APPLIED", i -> query("", "", "APPLIED", start(i, 3)));
    ask("3 letters, PLANNED", i -> query("", "", "PLANNED", start(i, 3)));
    ask("3 letters, FAILED", i -> query("", "", "FAILED", start(i, 3)));
    ask("3 letters, SKIPPED", i -> query("", "", "SKIPPED", start(i, 3)));
    ask("a person, FAILED", i -> query("", "", "FAILED", content.nameOf(person(i))));
    ask("the largest group, FAILED", i -> query("", "", "FAILED", content.largestGroup()));
  }

  private int person(int round) {
    return (int) (content.people() * (round + 0.5) / (ROUNDS + 1));
  }

  private String start(int round, int letters) {
    return content.nameOf(person(round)).substring(0, letters);
  }

  private static JournalQuery query(String kind, String operation, String outcome, String text) {
    return new JournalQuery(kind, operation, outcome, text, 0, 50);
  }

  private void ask(String what, IntFunction<JournalQuery> question) {
    long[] nanos = new long[ROUNDS];
    JournalPage page = null;
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      page = journal.changes(run, question.apply(i));
      nanos[i] = System.nanoTime() - begin;
    }
    java.util.Arrays.sort(nanos);
    System.out.printf(
        "%-46s %8.1f %8.1f %8.1f  %s%d%n",
        what,
        nanos[ROUNDS / 2] / 1e6,
        nanos[ROUNDS * 95 / 100] / 1e6,
        nanos[ROUNDS - 1] / 1e6,
        page.totalIsAtLeast() ? "at least " : "",
        page.total());
  }

  private void readAll() {
    try (Cursor<JournalEntry> entries = journal.entries(run, JournalQuery.all(0, 1))) {
      entries.forEachRemaining(entry -> {});
    }
  }

  private static void time(String what, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    System.out.printf("%-46s %8.1f s%n", what, (System.nanoTime() - begin) / 1e9);
  }
}
