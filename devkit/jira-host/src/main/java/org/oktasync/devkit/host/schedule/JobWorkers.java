package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.status.RunOutcome;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.oktasync.devkit.host.schedule.RunHistory.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The four threads that run jobs, as many as Jira has. */
public final class JobWorkers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);
  private static final int THREADS = 4;
  private static final long STOP_SECONDS = 10;

  private final RunHistory history;
  private final String nodeId;
  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, this::thread);
  private final ConcurrentHashMap<JobId, AtomicBoolean> cancelled = new ConcurrentHashMap<>();

  /** Outcomes go to the history under this node's name. */
  public JobWorkers(RunHistory history, String nodeId) {
    this.history = history;
    this.nodeId = nodeId;
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "Caesium-1-" + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Queues a run; a run of the same job that is still going on makes it end as aborted.
   *
   * @param runner null when none is registered, which makes the run unavailable
   */
  void submit(ScheduledJob job, JobRunner runner, long start) {
    threads.execute(() -> history.add(job.id(), nodeId, run(job, runner, start)));
  }

  private Run run(ScheduledJob job, JobRunner runner, long start) {
    if (runner == null) {
      return new Run(start, 0, RunOutcome.UNAVAILABLE, "No runner " + job.getJobRunnerKey());
    }
    AtomicBoolean flag = new AtomicBoolean();
    if (cancelled.putIfAbsent(job.id(), flag) != null) {
      return new Run(start, 0, RunOutcome.ABORTED, "Already running");
    }
    long begin = System.nanoTime();
    JobRunnerResponse response;
    try {
      response = runner.runJob(new Request(job, new Date(start), flag));
    } catch (RuntimeException | LinkageError e) {
      log.error("Job {} failed", job.id(), e);
      response = JobRunnerResponse.failed(e);
    } finally {
      cancelled.remove(job.id());
    }
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    return response == null
        ? new Run(start, millis, RunOutcome.SUCCESS, null)
        : new Run(start, millis, response.getRunOutcome(), response.getMessage());
  }

  void cancel(JobId id) {
    AtomicBoolean flag = cancelled.get(id);
    if (flag != null) {
      flag.set(true);
    }
  }

  /** Asks running jobs to stop and waits for them for ten seconds. */
  @Override
  public void close() throws InterruptedException {
    Set.copyOf(cancelled.keySet()).forEach(this::cancel);
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      log.warn("Jobs still run after {} seconds: {}", STOP_SECONDS, cancelled.keySet());
      threads.shutdownNow();
    }
  }

  private record Request(ScheduledJob job, Date start, AtomicBoolean flag)
      implements JobRunnerRequest {
    @Override
    public Date getStartTime() {
      return start;
    }

    @Override
    public JobId getJobId() {
      return job.id();
    }

    @Override
    public JobConfig getJobConfig() {
      return job.config();
    }

    @Override
    public boolean isCancellationRequested() {
      return flag.get();
    }
  }
}
