package org.oktasync.devkit.host.schedule;

import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.CronScheduleInfo;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.oktasync.devkit.host.data.Jdbc;

/** The jobs that run once per cluster, one row each. */
final class JobTable {
  private static final int REPLACE_TRIES = 50;

  private final Jdbc jdbc;

  JobTable(Jdbc jdbc) {
    this.jdbc = jdbc;
    jdbc.update(
        "create table if not exists clusteredjob (job_id varchar(255) primary key,"
            + " runner_key varchar(255) not null, cron varchar(255), zone varchar(60),"
            + " interval_millis bigint, first_run bigint, next_run bigint,"
            + " version bigint not null, parameters varchar(100000) not null)");
  }

  /** Stores the job in place of one with the same id; another node may do so at the same time. */
  void replace(ScheduledJob job) throws SchedulerServiceException {
    Schedule schedule = job.getSchedule();
    boolean byCron = schedule.getType() == Schedule.Type.CRON_EXPRESSION;
    CronScheduleInfo cron = byCron ? schedule.getCronScheduleInfo() : null;
    IntervalScheduleInfo interval = byCron ? null : schedule.getIntervalScheduleInfo();
    Date first = interval == null ? null : interval.getFirstRunTime();
    String parameters = serialise(job.getParameters());
    for (int i = 0; i < REPLACE_TRIES; i++) {
      delete(job.id());
      boolean inserted =
          jdbc.insertIfAbsent(
              "insert into clusteredjob values (?, ?, ?, ?, ?, ?, ?, 1, ?)",
              job.id().toString(),
              job.getJobRunnerKey().toString(),
              cron == null ? null : cron.getCronExpression(),
              cron == null || cron.getTimeZone() == null ? null : cron.getTimeZone().getID(),
              interval == null ? null : interval.getIntervalInMillis(),
              first == null ? null : first.getTime(),
              job.nextRun(),
              parameters);
      if (inserted) {
        return;
      }
    }
    throw new SchedulerServiceException("Other nodes keep scheduling " + job.id());
  }

  void delete(JobId id) {
    jdbc.update("delete from clusteredjob where job_id = ?", id.toString());
  }

  /** Moves the job on to its next time; false when another node did so first. */
  boolean claim(ScheduledJob job, Long nextRun) {
    return jdbc.update(
            "update clusteredjob set next_run = ?, version = version + 1"
                + " where job_id = ? and version = ?",
            nextRun,
            job.id().toString(),
            job.version())
        == 1;
  }

  List<ScheduledJob> all() {
    return jdbc.query("select * from clusteredjob order by job_id", JobTable::read);
  }

  private static ScheduledJob read(ResultSet row) throws SQLException {
    JobConfig config =
        JobConfig.forJobRunnerKey(JobRunnerKey.of(row.getString("runner_key")))
            .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
            .withSchedule(schedule(row))
            .withParameters(deserialise(row.getString("parameters")));
    return new ScheduledJob(
        JobId.of(row.getString("job_id")),
        config,
        number(row, "next_run"),
        row.getLong("version"),
        false);
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    String cron = row.getString("cron");
    String zone = row.getString("zone");
    if (cron == null) {
      Long first = number(row, "first_run");
      return Schedule.forInterval(
          row.getLong("interval_millis"), first == null ? null : new Date(first));
    }
    return zone == null
        ? Schedule.forCronExpression(cron)
        : Schedule.forCronExpression(cron, TimeZone.getTimeZone(zone));
  }

  private static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(value);
  }

  private static String serialise(Map<String, Serializable> parameters)
      throws SchedulerServiceException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(parameters));
    } catch (IOException e) {
      throw new SchedulerServiceException("Job parameters cannot be serialised: " + e, e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"})
  private static Map<String, Serializable> deserialise(String text) {
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return (Map<String, Serializable>) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(
          "Job parameters must be of JDK types: others cannot be read by the host", e);
    }
  }
}
