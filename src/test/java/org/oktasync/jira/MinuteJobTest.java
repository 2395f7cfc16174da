package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.JobDetails;
import com.atlassian.scheduler.status.RunOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Message;
import org.oktasync.schedule.CronTimes.IllegalCronException;

/** The product's one job, and cron expressions, in Jira's scheduler. */
public class MinuteJobTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private final SchedulerService scheduler = mock(SchedulerService.class);
  private final Map<JobRunnerKey, JobRunner> runners = new HashMap<>();
  private final Map<JobId, JobConfig> jobs = new HashMap<>();
  private final List<String> done = new ArrayList<>();
  private final MinuteJob job =
      new MinuteJob(
          scheduler,
          List.of(this::fails, () -> done.add("second")),
          Clock.fixed(NOW, ZoneOffset.UTC),
          new RecordedLog().log());

  private boolean failing;

  private void fails() {
    done.add("first");
    if (failing) {
      throw new IllegalStateException("the first part fails");
    }
  }

  @Before
  public void setUp() throws Exception {
    doAnswer(call -> runners.put(call.getArgument(0), call.getArgument(1)))
        .when(scheduler)
        .registerJobRunner(any(), any());
    doAnswer(call -> runners.remove(call.<JobRunnerKey>getArgument(0)))
        .when(scheduler)
        .unregisterJobRunner(any());
    doAnswer(call -> jobs.put(call.getArgument(0), call.getArgument(1)))
        .when(scheduler)
        .scheduleJob(any(), any());
    when(scheduler.getJobDetails(any()))
        .thenAnswer(
            call -> jobs.containsKey(call.<JobId>getArgument(0)) ? mock(JobDetails.class) : null);
    when(scheduler.getRegisteredJobRunnerKeys()).thenAnswer(call -> runners.keySet());
  }

  @Test
  public void itRunsOncePerCluster_everyMinute() {
    job.start();
    JobConfig config = jobs.values().iterator().next();
    assertEquals(RunMode.RUN_ONCE_PER_CLUSTER, config.getRunMode());
    assertEquals(
        Schedule.forInterval(60_000, Date.from(NOW.plusSeconds(60))), config.getSchedule());
    assertEquals(job, runners.get(config.getJobRunnerKey()));
    assertEquals("nothing that Jira would have to deserialise", Map.of(), config.getParameters());
    assertEquals(Optional.empty(), job.problem());
  }

  @Test
  public void aRestart_registersAgain_andResetsNothing() throws Exception {
    job.start();
    JobConfig scheduled = jobs.values().iterator().next();
    job.stop();
    assertEquals(Optional.of(Message.of("schedule-job-missing")), job.problem());
    job.start();
    assertEquals(1, runners.size());
    org.mockito.Mockito.verify(scheduler).scheduleJob(any(), any());
    assertEquals(scheduled, jobs.values().iterator().next());
  }

  @Test
  public void aSchedulerThatRefuses_isNamed_andKeepsNothingFromStarting() throws Exception {
    doThrow(new SchedulerServiceException("no")).when(scheduler).scheduleJob(any(), any());
    job.start();
    assertEquals(Optional.of(Message.of("schedule-job-missing")), job.problem());
  }

  @Test
  public void aPartThatFails_keepsNoneFromItsTurn() {
    assertEquals(RunOutcome.SUCCESS, job.runJob(null).getRunOutcome());
    failing = true;
    JobRunnerResponse response = job.runJob(null);
    assertEquals(RunOutcome.FAILED, response.getRunOutcome());
    assertEquals(List.of("first", "second", "first", "second"), done);
  }

  @Test
  public void aCronExpression_isReadInItsZone() throws Exception {
    JiraCronTimes cron = new JiraCronTimes(scheduler);
    Schedule berlin =
        Schedule.forCronExpression("0 0 3 * * ?", TimeZone.getTimeZone("Europe/Berlin"));
    when(scheduler.calculateNextRunTime(berlin)).thenReturn(Date.from(NOW));
    assertEquals(Optional.of(NOW), cron.next("0 0 3 * * ?", "Europe/Berlin"));
    assertEquals("none in Jira's own zone", Optional.empty(), cron.next("0 0 3 * * ?", ""));
    when(scheduler.calculateNextRunTime(Schedule.forCronExpression("at dawn", null)))
        .thenThrow(new SchedulerServiceException("no such field"));
    IllegalCronException refused =
        assertThrows(IllegalCronException.class, () -> cron.next("at dawn", ""));
    assertEquals("no such field", refused.getMessage());
  }
}
