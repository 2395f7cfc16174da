package org.oktasync.devkit.host.schedule;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.RunOutcome;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.TestClock;

public class DatabaseSchedulerTest {
  private static final JobRunnerKey RUNNER = JobRunnerKey.of("runner");
  private static final JobId JOB = JobId.of("job");

  @Rule public final MemoryDatabase database = new MemoryDatabase();
  private final TestClock clock = new TestClock();
  private final List<String> runs = new CopyOnWriteArrayList<>();
  private Node first;
  private Node second;

  private final class Node {
    final JobWorkers workers;
    final DatabaseScheduler scheduler;

    Node(String name) {
      workers = new JobWorkers(new RunHistory(database.jdbc()), name);
      scheduler = new DatabaseScheduler(database.jdbc(), workers, clock);
      scheduler.registerJobRunner(
          RUNNER,
          request -> {
            runs.add(name + request.getJobConfig().getParameters().getOrDefault("p", ""));
            return JobRunnerResponse.success("done");
          });
    }
  }

  @Before
  public void startNodes() {
    first = new Node("a");
    second = new Node("b");
  }

  private void pollBothAndFinish() throws InterruptedException {
    first.scheduler.poll();
    second.scheduler.poll();
    first.workers.close();
    second.workers.close();
  }

  private static JobConfig config(RunMode mode, Schedule schedule) {
    return JobConfig.forJobRunnerKey(RUNNER).withRunMode(mode).withSchedule(schedule);
  }

  private static JobConfig everyMinutes(RunMode mode, int minutes) {
    return config(mode, Schedule.forInterval(Duration.ofMinutes(minutes).toMillis(), null));
  }

  @Test
  public void dueJobRunsOnOneNode() throws Exception {
    first.scheduler.scheduleJob(
        JOB, everyMinutes(RunMode.RUN_ONCE_PER_CLUSTER, 5).withParameters(Map.of("p", "!")));
    pollBothAndFinish();
    assertThat(runs, is(List.of("a!")));
  }

  @Test
  public void allJobsCanBeStartedOnANodeAheadOfTime() throws Exception {
    Date later = Date.from(clock.instant().plusSeconds(600));
    Schedule schedule = Schedule.forInterval(Duration.ofMinutes(5).toMillis(), later);
    first.scheduler.scheduleJob(JOB, config(RunMode.RUN_ONCE_PER_CLUSTER, schedule));
    first.scheduler.startAll();
    second.scheduler.startAll();
    pollBothAndFinish();
    assertThat(List.copyOf(runs).stream().sorted().toList(), is(List.of("a", "b")));
    assertThat(first.scheduler.getJobDetails(JOB).getNextRunTime(), is(later));
  }

  @Test
  public void localJobRunsOnEachNodeThatScheduledIt() throws Exception {
    first.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_LOCALLY, 5));
    second.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_LOCALLY, 5));
    pollBothAndFinish();
    assertThat(List.copyOf(runs).stream().sorted().toList(), is(List.of("a", "b")));
  }

  @Test
  public void jobIsLeftToNodesThatHaveItsRunner() throws Exception {
    first.scheduler.unregisterJobRunner(RUNNER);
    first.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_ONCE_PER_CLUSTER, 5));
    assertThat(first.scheduler.getJobDetails(JOB).isRunnable(), is(false));
    pollBothAndFinish();
    assertThat(runs, is(List.of("b")));
  }

  @Test
  public void nextTimeFollowsTheIntervalRoundedUpToMinutes() throws Exception {
    Schedule schedule = Schedule.forInterval(61_000, null);
    first.scheduler.scheduleJob(JOB, config(RunMode.RUN_ONCE_PER_CLUSTER, schedule));
    first.scheduler.poll();
    Date next = first.scheduler.getJobDetails(JOB).getNextRunTime();
    assertThat(next, is(Date.from(clock.instant().plusSeconds(120))));
  }

  @Test
  public void jobThatRunsOnceHasNoNextTime() throws Exception {
    Schedule once = Schedule.runOnce(Date.from(clock.instant().plusSeconds(10)));
    first.scheduler.scheduleJob(JOB, config(RunMode.RUN_ONCE_PER_CLUSTER, once));
    first.scheduler.poll();
    assertThat(runs, is(List.of()));
    clock.advance(Duration.ofSeconds(10));
    pollBothAndFinish();
    assertThat(runs.size(), is(1));
    assertThat(first.scheduler.getJobDetails(JOB).getNextRunTime(), is(nullValue()));
  }

  @Test
  public void cronFollowsItsZone() throws Exception {
    Schedule schedule =
        Schedule.forCronExpression("0 0 2 * * ?", TimeZone.getTimeZone("Asia/Tokyo"));
    assertThat(
        first.scheduler.calculateNextRunTime(schedule),
        is(Date.from(clock.instant().plus(Duration.ofHours(17)))));
    first.scheduler.scheduleJob(JOB, config(RunMode.RUN_ONCE_PER_CLUSTER, schedule));
    assertThat(second.scheduler.getJobDetails(JOB).getSchedule(), is(schedule));
  }

  @Test
  public void wrongCronIsRefused() {
    Schedule schedule = Schedule.forCronExpression("every day");
    assertThrows(
        SchedulerServiceException.class,
        () -> first.scheduler.scheduleJob(JOB, config(RunMode.RUN_LOCALLY, schedule)));
  }

  @Test
  public void failureIsRecorded() throws Exception {
    first.scheduler.registerJobRunner(
        RUNNER,
        request -> {
          throw new IllegalStateException("broken");
        });
    first.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_ONCE_PER_CLUSTER, 5));
    first.scheduler.poll();
    first.workers.close();
    RunHistory history = new RunHistory(database.jdbc());
    assertThat(history.getLastRunForJob(JOB).getRunOutcome(), is(RunOutcome.FAILED));
    assertThat(history.getLastSuccessfulRunForJob(JOB), is(nullValue()));
  }

  @Test
  public void schedulingAnewResetsTheNextTime() throws Exception {
    first.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_ONCE_PER_CLUSTER, 5));
    first.scheduler.poll();
    second.scheduler.scheduleJob(JOB, everyMinutes(RunMode.RUN_ONCE_PER_CLUSTER, 5));
    assertThat(first.scheduler.getJobDetails(JOB).getNextRunTime(), is(Date.from(clock.instant())));
  }
}
