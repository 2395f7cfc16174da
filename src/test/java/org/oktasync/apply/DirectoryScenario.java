package org.oktasync.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.fakes.InMemoryDirectory;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;
import org.oktasync.rows.RowStore;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * What tests of one writer of a directory have in common: a directory, links, and what was written.
 */
abstract class DirectoryScenario {
  static final long CONNECTION = 1;
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final ExternalId ANN_ID = new ExternalId("1");
  static final ExternalId BOB_ID = new ExternalId("2");
  static final ExternalId TEAM_ID = new ExternalId("g");
  static final AccountName ANN = new AccountName("ann");
  static final AccountName BOB = new AccountName("bob");
  static final GroupName TEAM = new GroupName("team");

  final InMemoryDirectory directory = new InMemoryDirectory(7);
  final InMemoryLinks links = new InMemoryLinks();
  final StopSignal stop = new StopSignal();
  final Applied applied = new Applied(RunCounts.NONE, Mark.START);
  boolean keepAdoptedMembers = true;
  WriteCheck check = WriteCheck.NONE;
  DirectoryWriter writer;
  long ordinal;

  DirectoryWriter writer() {
    return new DirectoryWriter(
        CONNECTION,
        directory,
        links,
        new RetryPolicy((time, stop) -> stop.check()),
        check,
        keepAdoptedMembers,
        RowStore.IN_MEMORY,
        LeaverNotices.NONE,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Writes changes together; answers what was not applied: outcome and reason of each. */
  List<String> write(Change... changes) {
    List<PlannedChange> batch = new ArrayList<>();
    for (Change change : changes) {
      batch.add(new PlannedChange(++ordinal, Phase.PREPARE, ChangeRow.of(change)));
    }
    if (writer == null) {
      writer = writer();
    }
    writer.write(batch, applied, stop);
    return applied.takeResults().stream()
        .map(
            result ->
                result.change().row().subject()
                    + " "
                    + result.outcome()
                    + " "
                    + result.message().code())
        .toList();
  }

  static Account account(AccountName name, boolean active) {
    return new Account(name, "A " + name, name + "@x.org", active);
  }

  void linked(ExternalId id, AccountName name) {
    directory.world().hold(account(name, true));
    links.store(
        List.of(
            Link.ofAccount(CONNECTION, id, 7, name, directory.keyOf(name), Link.Origin.CREATED)));
  }

  void linked(ExternalId id, GroupName name, Link.Origin origin) {
    directory.world().holdGroup(name);
    links.store(List.of(Link.ofGroup(CONNECTION, id, 7, name, origin)));
  }

  Link link(EntityKind kind, ExternalId id) {
    return links.find(CONNECTION, kind, id).orElse(null);
  }

  long count(EntityKind kind, Tally tally) {
    return applied.counts().get(kind, tally);
  }

  static Change update(AccountName name) {
    return new AccountChange.UpdateAccount(
        ANN_ID,
        name,
        Map.of(Change.Attributes.EMAIL, name + "@x.org"),
        Map.of(Change.Attributes.EMAIL, "new@x.org"));
  }

  static Supplier<TargetException> refusal(Kind kind) {
    return DirectoryFaults.refusal(kind);
  }
}
