package org.oktasync.run.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oktasync.apply.LeaverNotices;
import org.oktasync.config.Connection;
import org.oktasync.config.LeaverSettings;
import org.oktasync.config.MailAddress;
import org.oktasync.model.Account;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.WaitingTimes;
import org.oktasync.record.LinkRegistry;
import org.oktasync.run.ports.Notice;
import org.oktasync.run.ports.Notifier;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.rules.RunRules;

/**
 * Writes to people who begin to wait to be deactivated or deleted, where the settings say so: once
 * for each waiting. That is noted before the mail is handed over, so that a node that dies in
 * between, or a second one, leaves somebody without a mail rather than with two. For one run.
 */
public final class LeaverMails implements LeaverNotices {
  /** So many are named; a run may have many. */
  private static final int NAMED = 5;

  private final LeaverSettings settings;
  private final WaitingTimes times;
  private final LinkRegistry links;
  private final Notifier notifier;
  private final Clock clock;
  private final List<String> withoutAddress = new ArrayList<>();
  private Optional<Message> obstacle = Optional.empty();
  private int untold;

  public LeaverMails(Connection connection, RunPorts ports, Clock clock) {
    this.settings = connection.settings().leavers();
    this.times = new RunRules(connection.settings()).waiting(clock.instant());
    this.links = ports.links();
    this.notifier = ports.notifier();
    this.clock = clock;
  }

  @Override
  public void waitsForDeactivation(
      Link link, Account account, AccountChange.AwaitDeactivation change) {
    Duration time = times.before(change.reason());
    tell(link, account, "leaver-mail-deactivation", link.leavingSince(), time);
  }

  @Override
  public void waitsForDeletion(Link link, Account account, AccountChange.DeactivateAccount change) {
    tell(link, account, "leaver-mail-deletion", link.deactivatedAt(), times.deletion());
  }

  private void tell(Link link, Account account, String what, Instant since, Duration time) {
    if (!settings.tell()) {
      return;
    } else if (!MailAddress.isOne(account.email())) {
      withoutAddress.add(account.name().value());
      return;
    }
    obstacle = notifier.problem();
    if (obstacle.isPresent()) {
      untold++;
    } else if (links.claimWarning(link.id(), clock.instant(), since)) {
      notifier.send(notice(link, account, what, since.plus(time)));
    }
  }

  private Notice notice(Link link, Account account, String what, Instant earliest) {
    Message whom =
        settings.contact().isEmpty()
            ? Message.of("leaver-mail-ask")
            : Message.of("leaver-mail-contact", settings.contact());
    LocalDate day = LocalDate.ofInstant(earliest, times.zone());
    return new Notice(
        List.of(account.email()),
        Message.of(what + "-subject"),
        List.of(Message.of(what, account.name().value(), day), Message.of(what + "-return"), whom),
        List.of(),
        "",
        link.userKey());
  }

  /** Whom a run could not tell, for its page. */
  public List<Message> notices() {
    List<Message> notices = new ArrayList<>();
    if (!withoutAddress.isEmpty()) {
      String some = String.join(", ", withoutAddress.stream().limit(NAMED).toList());
      notices.add(Message.of("leavers-without-address", withoutAddress.size(), some));
    }
    if (untold > 0) {
      notices.add(Message.of("leavers-untold", untold));
      obstacle.ifPresent(notices::add);
    }
    return notices;
  }
}
