package org.oktasync.record;

import java.time.Instant;
import java.util.List;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;

/** Makes a changed copy of a run, field by field. For one thread. */
public final class SyncRunBuilder {
  private final SyncRun base;
  private long id;
  private String mode;
  private RunState state;
  private long planId;
  private RunProgress progress;
  private List<IncompleteList> incomplete;
  private RunCounts planned;
  private RunCounts counts;
  private List<GuardrailBreach> breaches;
  private String fingerprint;
  private Mark mark;
  private Message message;
  private List<Message> notices;
  private SyncRun.Approval approval;
  private SyncRun.Times times;
  private String node;
  private SyncRun.Extent extent;

  SyncRunBuilder(SyncRun base) {
    this.base = base;
    id = base.id();
    mode = base.mode();
    state = base.state();
    planId = base.planId();
    progress = base.progress();
    incomplete = base.incomplete();
    planned = base.planned();
    counts = base.counts();
    breaches = base.breaches();
    fingerprint = base.fingerprint();
    mark = base.mark();
    message = base.message();
    notices = base.notices();
    approval = base.approval();
    times = base.times();
    node = base.node();
    extent = base.extent();
  }

  public SyncRunBuilder id(long value) {
    id = value;
    return this;
  }

  public SyncRunBuilder mode(String value) {
    mode = value;
    return this;
  }

  public SyncRunBuilder state(RunState value) {
    state = value;
    return this;
  }

  public SyncRunBuilder planId(long value) {
    planId = value;
    return this;
  }

  public SyncRunBuilder progress(RunProgress value) {
    progress = value;
    return this;
  }

  public SyncRunBuilder incomplete(List<IncompleteList> value) {
    incomplete = value;
    return this;
  }

  public SyncRunBuilder planned(RunCounts value) {
    planned = value;
    return this;
  }

  public SyncRunBuilder counts(RunCounts value) {
    counts = value;
    return this;
  }

  public SyncRunBuilder breaches(List<GuardrailBreach> value) {
    breaches = value;
    return this;
  }

  public SyncRunBuilder fingerprint(String value) {
    fingerprint = value;
    return this;
  }

  public SyncRunBuilder mark(Mark value) {
    mark = value;
    return this;
  }

  /**
   * @param value null when there is nothing to say
   */
  public SyncRunBuilder message(Message value) {
    message = value;
    return this;
  }

  public SyncRunBuilder notices(List<Message> value) {
    notices = value;
    return this;
  }

  public SyncRunBuilder approval(SyncRun.Approval value) {
    approval = value;
    return this;
  }

  public SyncRunBuilder finishedAt(Instant value) {
    times = new SyncRun.Times(times.startedAt(), value, times.heartbeatAt(), times.planExpiresAt());
    return this;
  }

  public SyncRunBuilder heartbeatAt(Instant value) {
    times = new SyncRun.Times(times.startedAt(), times.finishedAt(), value, times.planExpiresAt());
    return this;
  }

  public SyncRunBuilder planExpiresAt(Instant value) {
    times = new SyncRun.Times(times.startedAt(), times.finishedAt(), times.heartbeatAt(), value);
    return this;
  }

  public SyncRunBuilder node(String value) {
    node = value;
    return this;
  }

  public SyncRunBuilder extent(SyncRun.Extent value) {
    extent = value;
    return this;
  }

  /** The changed copy. */
  public SyncRun build() {
    return new SyncRun(
        id,
        base.connectionId(),
        base.trigger(),
        base.startedBy(),
        mode,
        base.dryRun(),
        state,
        planId,
        progress,
        incomplete,
        planned,
        counts,
        breaches,
        fingerprint,
        base.settingsVersion(),
        mark,
        message,
        notices,
        approval,
        base.origin(),
        times,
        node,
        extent);
  }
}
