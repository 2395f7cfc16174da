package org.oktasync.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.oktasync.model.NamePatterns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The planner alone, at three sizes: the plan of a first sync, which is all changes, and that of a
 * sync without changes, which is all comparisons. Ten memberships for each person.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class PlannerBench {
  private static final Leavers LEAVERS =
      new Leavers(
          LeaverPolicy.DEACTIVATE,
          Map.of(),
          LeaverPolicy.DEACTIVATE,
          LeaverPolicy.DEACTIVATE,
          new NamePatterns(List.of()));

  private static final Policy POLICY =
      new Policy(
          true,
          true,
          true,
          List.of(),
          false,
          true,
          new GroupPolicy(true, false, "", false, false, false),
          LEAVERS,
          LeadPolicy.NONE,
          new WaitingTimes(
              Instant.EPOCH,
              ZoneOffset.UTC,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO));

  @Param({"1200", "12000", "120000"})
  public int people;

  @Param({"first", "unchanged"})
  public String sync;

  private EvenOrganisation organisation;
  private EvenJira jira;

  @Setup
  public void prepare() {
    organisation = new EvenOrganisation(people);
    jira = new EvenJira(organisation, sync.equals("unchanged"));
  }

  /** Plans into totals, so that no store is measured. */
  @Benchmark
  public PlanSummary plan() {
    SummaryBuilder totals = new SummaryBuilder();
    new Planner(POLICY).plan(organisation, jira, totals);
    return totals.summary();
  }

  /** Runs the measurement; what it prints is the result. */
  @Test
  public void measure() throws Exception {
    new Runner(
            new OptionsBuilder()
                .include(PlannerBench.class.getName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
