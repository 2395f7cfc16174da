package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.SchedulerHistoryService;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.status.RunDetails;
import com.atlassian.scheduler.status.RunOutcome;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.data.Jdbc;

/** What became of the runs, one row each. */
public final class RunHistory implements SchedulerHistoryService {
  private final Jdbc jdbc;

  /** Creates the table when absent. */
  public RunHistory(Jdbc jdbc) {
    this.jdbc = jdbc;
    jdbc.update(
        "create table if not exists rundetails (job_id varchar(255) not null,"
            + " start_time bigint not null, duration bigint not null, node varchar(60) not null,"
            + " outcome varchar(20) not null, message varchar(255))");
  }

  void add(JobId id, String node, Run run) {
    jdbc.update(
        "insert into rundetails values (?, ?, ?, ?, ?, ?)",
        id.toString(),
        run.start(),
        run.duration(),
        node,
        run.outcome().name(),
        run.message());
  }

  @Override
  public RunDetails getLastRunForJob(JobId id) {
    return last(id, "%");
  }

  @Override
  public RunDetails getLastSuccessfulRunForJob(JobId id) {
    return last(id, RunOutcome.SUCCESS.name());
  }

  @Override
  public Map<JobId, RunDetails> getLastRunForJobs(List<JobId> ids) {
    Map<JobId, RunDetails> found = new HashMap<>();
    for (JobId id : ids) {
      RunDetails run = getLastRunForJob(id);
      if (run != null) {
        found.put(id, run);
      }
    }
    return found;
  }

  private Run last(JobId id, String outcome) {
    List<Run> runs =
        jdbc.query(
            "select * from rundetails where job_id = ? and outcome like ?"
                + " order by start_time desc limit 1",
            row ->
                new Run(
                    row.getLong("start_time"),
                    row.getLong("duration"),
                    RunOutcome.valueOf(row.getString("outcome")),
                    row.getString("message")),
            id.toString(),
            outcome);
    return runs.isEmpty() ? null : runs.get(0);
  }

  /** One run; times in milliseconds, the message cut to what the interface allows. */
  record Run(long start, long duration, RunOutcome outcome, String message) implements RunDetails {
    Run {
      message =
          message == null || message.length() <= MAXIMUM_MESSAGE_LENGTH
              ? message
              : message.substring(0, MAXIMUM_MESSAGE_LENGTH);
    }

    @Override
    public Date getStartTime() {
      return new Date(start);
    }

    @Override
    public long getDurationInMillis() {
      return duration;
    }

    @Override
    public RunOutcome getRunOutcome() {
      return outcome;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }
}
