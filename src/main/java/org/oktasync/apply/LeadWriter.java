package org.oktasync.apply;

import java.util.List;
import java.util.Optional;
import org.oktasync.control.StopSignal;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.record.LinkRegistry;
import org.oktasync.record.PlannedChange;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.TargetException;

/** Carries out changes of leads, of people who are linked. */
public final class LeadWriter implements ChangeWriter {
  private static final Message CHANGED_SINCE = Message.of("changed-since");

  private final long connectionId;
  private final LeadTarget leads;
  private final LinkRegistry links;
  private final RetryPolicy retry;
  private final WriteCheck check;

  /**
   * @param check asked before each change
   */
  public LeadWriter(
      long connectionId,
      LeadTarget leads,
      LinkRegistry links,
      RetryPolicy retry,
      WriteCheck check) {
    this.connectionId = connectionId;
    this.leads = leads;
    this.links = links;
    this.retry = retry;
    this.check = check;
  }

  @Override
  public String together(Change change) {
    return null;
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public void write(List<PlannedChange> batch, Applied applied, StopSignal stop) {
    for (PlannedChange planned : batch) {
      if (planned.row().toChange() instanceof LeadChange change) {
        write(planned, change, applied, stop);
      }
    }
  }

  private void write(PlannedChange planned, LeadChange change, Applied applied, StopSignal stop) {
    try {
      if (leads.ledBy(change.to()).contains(change.lead())) {
        applied.done(planned);
        return;
      }
      Optional<Message> veto = owned(change) ? veto(change) : Optional.of(CHANGED_SINCE);
      if (veto.isPresent()) {
        applied.skipped(planned, veto.get());
      } else {
        retry.run(() -> leads.replace(change.lead(), change.from(), change.to()), stop);
        applied.done(planned);
      }
    } catch (TargetException e) {
      if (e.kind() == TargetException.Kind.CHANGED_SINCE) {
        applied.skipped(planned, e.problem());
      } else {
        applied.failed(planned, e.problem());
      }
    }
  }

  private Optional<Message> veto(LeadChange change) {
    return leads.obstacle(change.to(), change.lead()).or(() -> check.veto(change));
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
