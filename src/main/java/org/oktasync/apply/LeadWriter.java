package org.oktasync.apply;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.PlannedChange;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/**
 * Carries out changes of leads, of people who are linked. Who hands over does so with all of their
 * places, or keeps them: what was handed over is given back when the next one fails.
 */
public final class LeadWriter implements ChangeWriter {
  private static final Message CHANGED_SINCE = Message.of("changed-since");

  private final long connectionId;
  private final LeadTarget leads;
  private final LinkRegistry links;
  private final RetryPolicy retry;
  private final WriteCheck check;
  private final boolean wholly;

  /**
   * @param check asked of each change, before the first one of a person is written
   * @param wholly whether the places of a person go together; else each stands for itself
   */
  public LeadWriter(
      long connectionId,
      LeadTarget leads,
      LinkRegistry links,
      RetryPolicy retry,
      WriteCheck check,
      boolean wholly) {
    this.connectionId = connectionId;
    this.leads = leads;
    this.links = links;
    this.retry = retry;
    this.check = check;
    this.wholly = wholly;
  }

  /** The places of one person. */
  @Override
  public String together(Change change) {
    return wholly && change instanceof LeadChange ? change.sourceId().value() : null;
  }

  @Override
  public int most() {
    return PlanExecutor.CHUNK;
  }

  @Override
  public void write(List<PlannedChange> batch, Applied applied, StopSignal stop) {
    List<PlannedChange> open = new ArrayList<>(batch);
    try {
      settle(open, applied);
      Optional<Message> veto = open.stream().map(this::veto).flatMap(Optional::stream).findFirst();
      if (veto.isPresent()) {
        open.forEach(planned -> applied.skipped(planned, veto.get()));
      } else {
        handOver(open, applied, stop);
      }
    } catch (TargetException e) {
      open.forEach(planned -> applied.failed(planned, e.problem()));
    }
  }

  /** Takes out what is done already, or is somebody else's by now. */
  private void settle(List<PlannedChange> open, Applied applied) {
    for (Iterator<PlannedChange> all = open.iterator(); all.hasNext(); ) {
      PlannedChange planned = all.next();
      LeadChange change = lead(planned);
      if (leads.ledBy(change.to()).contains(change.lead())) {
        applied.done(planned);
        all.remove();
      } else if (!owned(change) || !leads.ledBy(change.from()).contains(change.lead())) {
        applied.skipped(planned, CHANGED_SINCE);
        all.remove();
      }
    }
  }

  private static LeadChange lead(PlannedChange planned) {
    return (LeadChange) planned.row().toChange();
  }

  private Optional<Message> veto(PlannedChange planned) {
    LeadChange change = lead(planned);
    return leads.obstacle(change.to(), change.lead()).or(() -> check.veto(change));
  }

  private void handOver(List<PlannedChange> open, Applied applied, StopSignal stop) {
    List<PlannedChange> over = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      PlannedChange planned = open.get(i);
      try {
        LeadChange change = lead(planned);
        retry.run(() -> leads.replace(change.lead(), change.from(), change.to()), stop);
        over.add(planned);
      } catch (StoppedException e) {
        over.forEach(applied::done);
        over.forEach(applied::passed);
        throw e;
      } catch (TargetException e) {
        if (e.kind() == TargetException.Kind.CHANGED_SINCE) {
          applied.skipped(planned, e.problem());
        } else {
          over.forEach(given -> giveBack(given, applied));
          applied.failed(planned, e.problem());
          open.subList(i + 1, open.size()).forEach(rest -> keep(rest, applied));
          return;
        }
      }
    }
    over.forEach(applied::done);
  }

  /** What cannot be given back stays handed over, and is told as that. */
  private void giveBack(PlannedChange planned, Applied applied) {
    LeadChange change = lead(planned);
    try {
      leads.replace(change.lead(), change.to(), change.from());
      keep(planned, applied);
    } catch (TargetException e) {
      applied.done(planned);
    }
  }

  private static void keep(PlannedChange planned, Applied applied) {
    applied.skipped(planned, Message.of(Reasons.LEADS_TOGETHER));
  }

  /** Whether the person is still linked to one of the two accounts. */
  private boolean owned(LeadChange change) {
    return links
        .find(connectionId, EntityKind.USER, change.sourceId())
        .map(link -> link.accountName())
        .filter(name -> isOneOf(name, change))
        .isPresent();
  }

  private static boolean isOneOf(AccountName name, LeadChange change) {
    return name.equals(change.from()) || name.equals(change.to());
  }
}
