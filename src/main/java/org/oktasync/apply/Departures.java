package org.oktasync.apply;

import java.time.Clock;
import java.util.List;
import org.oktasync.model.Account;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.TargetException;

/** Switches accounts off, lets them wait for it, and tells whoever is concerned. */
final class Departures {
  private final DirectoryTarget target;
  private final LinkIndex links;
  private final LeaverNotices notices;
  private final Clock clock;

  Departures(DirectoryTarget target, LinkIndex links, LeaverNotices notices, Clock clock) {
    this.target = target;
    this.links = links;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether a run that broke off had done a change already; then nobody is told once more. */
  boolean isDone(Change change) {
    return change instanceof AccountChange.AwaitDeactivation await
        && links.owns(await.sourceId(), await.name())
        && link(await.sourceId()).leavingSince() != null;
  }

  void deactivate(AccountChange.DeactivateAccount change) {
    target.setActive(change.name(), false);
    Link link = store(link(change.sourceId()).deactivated(clock.instant()));
    if (!change.deletedFrom().isEmpty()) {
      target
          .account(change.name())
          .ifPresent(account -> notices.waitsForDeletion(link, account, change));
    }
  }

  void await(AccountChange.AwaitDeactivation change) {
    Account account =
        target
            .account(change.name())
            .filter(Account::active)
            .orElseThrow(TargetException::changedSince);
    Link link = store(link(change.sourceId()).leaving(clock.instant()));
    notices.waitsForDeactivation(link, account, change);
  }

  void stay(AccountChange.StayActive change) {
    store(link(change.sourceId()).leaving(null));
  }

  private Link link(ExternalId user) {
    return links.get(EntityKind.USER, user);
  }

  private Link store(Link link) {
    links.store(List.of(link));
    return link;
  }
}
