package org.oktasync.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.plan.GuardrailBreach;

/**
 * One run, as it is remembered. Times are null until what they tell has happened.
 *
 * @param id row id; 0 before it is stored
 * @param connectionId the connection
 * @param trigger {@code manual}, {@code rest}, ...
 * @param startedBy the user name of who started it; empty when nobody did
 * @param mode {@code full}, {@code incremental}, {@code person}, {@code trial}, {@code adoption} or
 *     {@code undo}
 * @param dryRun whether it stops after the guardrails
 * @param state what became of it
 * @param planId the run whose stored plan this one applies; its own id unless it applies a dry run
 * @param progress how far it is
 * @param incomplete lists that did not come whole
 * @param planned what the plan comes to
 * @param counts what happened
 * @param breaches limits that the plan does not keep
 * @param fingerprint the plan's; empty before there is a plan
 * @param settingsVersion the version of the settings that it was planned with
 * @param mark everything in the plan up to here is applied
 * @param message why it ended as it did; null when there is nothing to say
 * @param notices what else a person should know about the plan
 * @param approval who decided about a held run, and how, and who has looked at a dry run
 * @param origin which earlier run it undoes or goes on with
 * @param times when what happened
 * @param node the node that runs it
 * @param extent which part of the work it does
 */
public record SyncRun(
    long id,
    long connectionId,
    String trigger,
    String startedBy,
    String mode,
    boolean dryRun,
    RunState state,
    long planId,
    RunProgress progress,
    List<IncompleteList> incomplete,
    RunCounts planned,
    RunCounts counts,
    List<GuardrailBreach> breaches,
    String fingerprint,
    int settingsVersion,
    Mark mark,
    Message message,
    List<Message> notices,
    Approval approval,
    Origin origin,
    Times times,
    String node,
    Extent extent) {

  public static final String FULL = "full";
  public static final String INCREMENTAL = "incremental";

  /** Mode of a run about one person. */
  public static final String PERSON = "person";

  /** Mode of a run about the first so many people, which takes nothing away. */
  public static final String TRIAL = "trial";

  public static final String ADOPTION = "adoption";
  public static final String UNDO = "undo";

  /** The trigger of runs that start by themselves. */
  public static final String SCHEDULE = "schedule";

  /** The trigger of runs about one person who signed in. */
  public static final String LOGIN = "login";

  /** Code of the notice on a run whose changes are no longer stored, or not all of them. */
  public static final String REDUCED = "run-reduced";

  /** After so long without a sign of life, a run counts as interrupted. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /**
   * When what happened.
   *
   * @param planExpiresAt until when the plan may be applied or approved; null without a plan
   */
  public record Times(
      Instant startedAt, Instant finishedAt, Instant heartbeatAt, Instant planExpiresAt) {}

  /**
   * Who decided about a held run, and who has looked at a dry run.
   *
   * @param approvedBy empty unless approved
   * @param approvedAt null unless approved
   * @param rejectedBy empty unless rejected
   * @param reviewedBy who said that the plan is as it should be; empty while nobody did
   * @param reviewedAt when; null while nobody did
   */
  public record Approval(
      String approvedBy,
      Instant approvedAt,
      String rejectedBy,
      String reviewedBy,
      Instant reviewedAt) {
    /** Nobody decided yet. */
    public static final Approval NONE = new Approval("", null, "", "", null);

    /** The plan may be applied. */
    public Approval approved(String by, Instant at) {
      return new Approval(by, at, rejectedBy, reviewedBy, reviewedAt);
    }

    /** The plan is dismissed. */
    public Approval rejected(String by) {
      return new Approval(approvedBy, approvedAt, by, reviewedBy, reviewedAt);
    }

    /** Somebody has looked at the plan and found it as it should be. */
    public Approval reviewed(String by, Instant at) {
      return new Approval(approvedBy, approvedAt, rejectedBy, by, at);
    }
  }

  /**
   * Which earlier run a run comes from.
   *
   * @param undoOf the run that this one undoes; 0 for none
   * @param resumedFrom the interrupted run whose work this one goes on with; 0 for none
   */
  public record Origin(long undoOf, long resumedFrom) {
    /** It comes from no other run. */
    public static final Origin NONE = new Origin(0, 0);
  }

  /**
   * Which part of the work a run does.
   *
   * @param part {@link #DIRECTORY}, {@link #ASSETS}, or empty for whatever is switched on
   * @param limit at most so many people, or source objects of each mapping where the part is {@link
   *     #ASSETS}, are looked at, and none counts as missing; 0 for all
   */
  public record Extent(String part, int limit) {
    /** Accounts, groups and memberships alone. */
    public static final String DIRECTORY = "directory";

    /** Objects of Assets alone. */
    public static final String ASSETS = "assets";

    /** Everything that is switched on. */
    public static final Extent ALL = new Extent("", 0);

    /** Whether accounts, groups and memberships are kept in step. */
    public boolean directory() {
      return !part.equals(ASSETS);
    }

    /** Whether objects of Assets are kept in step, where that is switched on. */
    public boolean assets() {
      return !part.equals(DIRECTORY);
    }

    /** Whether a part of the source's objects is looked at. */
    public boolean limited() {
      return limit > 0;
    }
  }

  public SyncRun {
    incomplete = List.copyOf(incomplete);
    breaches = List.copyOf(breaches);
    notices = List.copyOf(notices);
  }

  /**
   * A run that begins now and is not stored yet.
   *
   * @param settingsVersion the version with which the rules of its settings last changed
   * @param origin which earlier run it comes from
   */
  public static SyncRun starting(
      long connectionId,
      String trigger,
      String startedBy,
      String mode,
      boolean dryRun,
      int settingsVersion,
      Origin origin,
      Instant now,
      String node) {
    return new SyncRun(
        0,
        connectionId,
        trigger,
        startedBy,
        mode,
        dryRun,
        RunState.RUNNING,
        0,
        RunProgress.START,
        List.of(),
        RunCounts.NONE,
        RunCounts.NONE,
        List.of(),
        "",
        settingsVersion,
        Mark.START,
        null,
        List.of(),
        Approval.NONE,
        origin,
        new Times(now, null, now, null),
        node,
        Extent.ALL);
  }

  /** User names of the people who started it or let it go, none of whom it may harm. */
  public Set<String> actors() {
    return Stream.of(startedBy, approval.approvedBy())
        .filter(name -> !name.isBlank())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The run as it is to be shown at {@code now}: one that says it is running but has given no sign
   * of life for a minute was interrupted, and could not say so itself.
   */
  public SyncRun seenAt(Instant now) {
    boolean silent = times.heartbeatAt() == null || times.heartbeatAt().plus(SILENCE).isBefore(now);
    return state == RunState.RUNNING && silent
        ? with().state(RunState.INTERRUPTED).message(Message.of("run-interrupted", node)).build()
        : this;
  }

  /** Whether its changes are no longer stored, or not all of them. */
  public boolean reduced() {
    return notices.stream().anyMatch(notice -> notice.code().equals(REDUCED));
  }

  /** The run once its changes are about to be deleted: its plan no longer holds. */
  public SyncRun reducing() {
    if (reduced()) {
      return this;
    }
    List<Message> more = new ArrayList<>(notices);
    more.add(Message.of(REDUCED));
    return with().notices(more).planExpiresAt(null).build();
  }

  /** Starts to change this value. */
  public SyncRunBuilder with() {
    return new SyncRunBuilder(this);
  }
}
