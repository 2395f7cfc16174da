package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.control.StopSignal;
import org.oktasync.fakes.InMemoryLeads;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Lead;
import org.oktasync.model.Link;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;
import org.oktasync.record.PlannedChange;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;

/** Places of leads are handed over one by one, and only as planned. */
public class LeadWriterTest {
  private static final ExternalId ANN = new ExternalId("1");
  private static final Lead PROJECT = Lead.ofProject("ABC");

  private final Map<AccountName, Account> accounts = new HashMap<>();
  private final InMemoryLeads leads =
      new InMemoryLeads(name -> Optional.ofNullable(accounts.get(name)));
  private final InMemoryLinks links = new InMemoryLinks();
  private final Applied applied = new Applied(RunCounts.NONE, Mark.START);
  private WriteCheck check = WriteCheck.NONE;

  @Before
  public void annLeadsAndBossMay() {
    for (String name : List.of("ann", "boss", "eve")) {
      hold(name, true);
    }
    leads.put(PROJECT, "ann");
    link("ann");
  }

  private void hold(String name, boolean active) {
    AccountName account = new AccountName(name);
    accounts.put(account, new Account(account, name, "", active));
  }

  private void link(String name) {
    links.store(
        List.of(Link.ofAccount(1, ANN, 7, new AccountName(name), "K", Link.Origin.CREATED)));
  }

  private LeadWriter writer(boolean wholly) {
    return new LeadWriter(
        1, leads, links, new RetryPolicy((time, stop) -> stop.check()), check, wholly);
  }

  private List<String> handOver() {
    Change change = new LeadChange(ANN, PROJECT, new AccountName("ann"), new AccountName("boss"));
    writer(true)
        .write(
            List.of(new PlannedChange(1, Phase.LEADS, ChangeRow.of(change))),
            applied,
            new StopSignal());
    return applied.takeResults().stream()
        .map(result -> result.outcome() + " " + result.message().code())
        .toList();
  }

  private long count(Tally tally) {
    return applied.counts().get(EntityKind.LEAD, tally);
  }

  @Test
  public void aPlaceIsHandedOverAndCounted() {
    assertEquals(List.of(), handOver());
    assertEquals("boss", leads.of(PROJECT));
    assertEquals(1, count(Tally.UPDATED));
  }

  @Test
  public void whatIsHandedOverAlreadyCountsAsDone() {
    leads.put(PROJECT, "boss");
    links.release(1);
    assertEquals(List.of(), handOver());
    assertEquals(1, count(Tally.UPDATED));
  }

  @Test
  public void whoIsNotLinkedLosesNothing() {
    links.release(1);
    assertEquals(List.of("SKIPPED changed-since"), handOver());
    assertEquals("ann", leads.of(PROJECT));
    link("eve");
    assertEquals(List.of("SKIPPED changed-since"), handOver());
    assertEquals("ann", leads.of(PROJECT));
    assertEquals(2, count(Tally.SKIPPED));
  }

  @Test
  public void whoGetsAPlaceBackIsLinkedToo() {
    link("boss");
    assertEquals(List.of(), handOver());
    assertEquals("boss", leads.of(PROJECT));
  }

  @Test
  public void whoCannotLeadByNowIsNotPutInPlace() {
    hold("boss", false);
    assertEquals(List.of("SKIPPED lead-replacement-inactive"), handOver());
    hold("boss", true);
    check = change -> Optional.of(Message.of("spared"));
    assertEquals(List.of("SKIPPED spared"), handOver());
    assertEquals("ann", leads.of(PROJECT));
  }

  @Test
  public void aPlaceThatSomebodyElseGotSinceIsTheirs() {
    leads.put(PROJECT, "eve");
    assertEquals(List.of("SKIPPED changed-since"), handOver());
    assertEquals("eve", leads.of(PROJECT));
  }

  @Test
  public void whatJiraRefusesFails_andSoDoesWhatItCannotTell() {
    leads.stuck.add(PROJECT);
    assertEquals(List.of("FAILED value-refused"), handOver());
    leads.silent = true;
    assertEquals(List.of("FAILED jira-api-missing"), handOver());
    assertEquals(2, count(Tally.FAILED));
  }

  @Test
  public void thePlacesOfAPersonGoTogether_unlessEachStandsForItself() {
    Change change = new LeadChange(ANN, PROJECT, new AccountName("ann"), new AccountName("boss"));
    assertEquals(ANN.value(), writer(true).together(change));
    assertNull(writer(false).together(change));
  }
}
