package org.oktasync.run.preview;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.oktasync.config.Connection;
import org.oktasync.control.StopSignal;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.model.IncompleteList;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Guardrail;
import org.oktasync.plan.GuardrailBreach;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;
import org.oktasync.plan.PlanSummary;
import org.oktasync.plan.Planner;
import org.oktasync.plan.SummaryBuilder;
import org.oktasync.record.RunCounts;
import org.oktasync.record.SyncRun;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.SpoolFolders;
import org.oktasync.run.read.RunReader;
import org.oktasync.run.read.RunReading;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.target.DirectoryTarget;

/**
 * Plans twice, with the settings as they are and with others, and tells the difference. Nothing is
 * written or stored; of both plans no more than a number for each change is in memory.
 */
public final class PlanDifferences {
  private final RunPorts ports;
  private final SpoolFolders folders;
  private final Clock clock;

  public PlanDifferences(RunPorts ports, SpoolFolders folders, Clock clock) {
    this.ports = ports;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * What is shown of a difference.
   *
   * @param text the beginning of a name, in any case; empty for all
   * @param limit at most so many changes of each part
   */
  public record Wish(String text, int limit) {}

  /**
   * The difference that other settings would make to the next full run.
   *
   * @param present the connection as it is
   * @param other the same connection with other settings, which were found usable
   * @param by user name of who asks, who is protected as if they had started the run
   * @param watch is told how far it is
   * @throws org.oktasync.control.StoppedException when nobody wants to know any more
   * @throws org.oktasync.source.SourceException when the source cannot be read
   * @throws org.oktasync.target.TargetException when the directory cannot be used
   */
  PlanDifference between(
      Connection present, Connection other, String by, Wish wish, DifferenceWatch watch) {
    try (Side before = new Side(present, by, watch);
        Side after = new Side(other, by, watch)) {
      PlanPrints old = new PlanPrints();
      PlanSummary was = before.plan(old::add);
      PlanPrints fresh = new PlanPrints();
      Selection added = new Selection(wish, row -> !old.contains(row));
      PlanSummary will =
          after.plan(
              row -> {
                fresh.add(row);
                added.take(row);
              });
      Selection dropped = new Selection(wish, row -> !fresh.contains(row));
      before.plan(dropped::take);
      List<IncompleteList> incomplete = new ArrayList<>(before.reading.incomplete());
      incomplete.addAll(after.reading.incomplete());
      return new PlanDifference(
          RunCounts.planned(was),
          RunCounts.planned(will),
          added.part(),
          dropped.part(),
          after.breaches(will),
          incomplete.stream().distinct().toList());
    }
  }

  /** Counts the changes of one part and keeps the first of those that are wanted. */
  private static final class Selection {
    private final Wish wish;
    private final String beginning;
    private final Predicate<ChangeRow> belongs;
    private final List<ChangeRow> first = new ArrayList<>();
    private long total;

    Selection(Wish wish, Predicate<ChangeRow> belongs) {
      this.wish = wish;
      this.beginning = wish.text().toLowerCase(Locale.ROOT);
      this.belongs = belongs;
    }

    void take(ChangeRow row) {
      if (!belongs.test(row) || !isMeant(row)) {
        return;
      }
      total++;
      if (first.size() < wish.limit()) {
        first.add(row);
      }
    }

    private boolean isMeant(ChangeRow row) {
      return row.subject().toLowerCase(Locale.ROOT).startsWith(beginning)
          || row.object().toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    PlanDifference.Part part() {
      return new PlanDifference.Part(total, first);
    }
  }

  /** One of the two plans, and what it is made from. */
  private final class Side implements AutoCloseable {
    private final RunRules rules;
    private final Path folder;
    private final StopSignal stop;
    private final IdentitySource source;
    private final RunReading reading;

    Side(Connection connection, String by, DifferenceWatch watch) {
      rules = new RunRules(connection.settings());
      stop = watch.stop();
      folder = folders.create();
      IdentitySource opened = null;
      try {
        DirectoryTarget target =
            ports.targets().directories().open(connection.settings().directoryId());
        opened = ports.sources().open(connection);
        SyncRun run = run(connection, by);
        reading =
            new RunReader(ports, connection, target, opened, folder, watch.reading(), clock)
                .read(run);
        watch.next();
      } catch (RuntimeException e) {
        end(opened);
        throw e;
      }
      source = opened;
    }

    private SyncRun run(Connection connection, String by) {
      return SyncRun.starting(
              connection.id(),
              "rest",
              by,
              SyncRun.FULL,
              true,
              connection.settingsVersion(),
              SyncRun.Origin.NONE,
              clock.instant(),
              "")
          .with()
          .extent(new SyncRun.Extent(SyncRun.Extent.DIRECTORY, 0))
          .build();
    }

    PlanSummary plan(Consumer<ChangeRow> rows) {
      stop.check();
      SummaryBuilder totals = new SummaryBuilder();
      new Planner(rules.policy(clock.instant()), reading.rows())
          .plan(reading.desired(), reading.current(), new RowSink(totals, rows));
      return totals.summary();
    }

    List<GuardrailBreach> breaches(PlanSummary planned) {
      return new Guardrail(rules.limits())
          .check(reading.judgedBy(planned), reading.facts(rules.canaries()));
    }

    private void end(IdentitySource opened) {
      if (opened != null) {
        opened.close();
      }
      folders.delete(folder);
    }

    @Override
    public void close() {
      reading.close();
      end(source);
    }
  }

  /** Hands the rows of a plan on, and its numbers to the totals. */
  private record RowSink(SummaryBuilder totals, Consumer<ChangeRow> rows) implements PlanSink {
    @Override
    public void change(Phase phase, Change change) {
      totals.change(phase, change);
      rows.accept(ChangeRow.of(change));
    }

    @Override
    public void unchanged(EntityKind kind, long count) {
      totals.unchanged(kind, count);
    }

    @Override
    public void owned(EntityKind kind, long count) {
      totals.owned(kind, count);
    }

    @Override
    public void linked(long accounts) {
      totals.linked(accounts);
    }

    @Override
    public void groupLoss(GroupName group, long lost, long members) {
      totals.groupLoss(group, lost, members);
    }
  }
}
