package org.oktasync.run.guard;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;
import org.oktasync.fakes.InMemoryLeads;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Lead;
import org.oktasync.model.Message;
import org.oktasync.plan.AccountChange;
import org.oktasync.plan.Change;
import org.oktasync.plan.LeadChange;
import org.oktasync.plan.LeadPolicy;
import org.oktasync.run.SyncWorld;

/** What is asked right before an account goes. */
public class LeadCheckTest {
  private static final Account ANN = account("ann", true);
  private static final Change DEACTIVATION =
      new AccountChange.DeactivateAccount(new ExternalId("1"), ANN.name(), "gone");
  private static final Change DELETION =
      new AccountChange.DeleteAccount(new ExternalId("1"), ANN, "gone");
  private static final LeadPolicy PROJECTS =
      new LeadPolicy(Optional.of(new AccountName("boss")), Optional.empty());

  private final SyncWorld world = SyncWorld.unguarded();
  private final InMemoryLeads leads = world.leads;

  private static Account account(String name, boolean active) {
    return new Account(new AccountName(name), name, name + "@example.com", active);
  }

  private String veto(LeadPolicy policy, Change change) {
    return new LeadCheck(leads, policy, name -> world.shadowed.contains(name.key()))
        .veto(change)
        .map(Message::code)
        .orElse("");
  }

  @Test
  public void whoLeadsIsNeitherDeactivatedNorDeleted() {
    leads.put(Lead.ofProject("ABC"), "ann");
    assertEquals("still-leads", veto(PROJECTS, DEACTIVATION));
    assertEquals("still-leads", veto(PROJECTS, DELETION));
    leads.put(Lead.ofProject("ABC"), "boss");
    assertEquals("", veto(PROJECTS, DEACTIVATION));
    assertEquals("", veto(PROJECTS, DELETION));
  }

  @Test
  public void whoIsShadowedLeadsNothing() {
    leads.put(Lead.ofProject("ABC"), "ann");
    world.shadowed.add("ann");
    assertEquals("", veto(PROJECTS, DEACTIVATION));
    assertEquals("", veto(PROJECTS, DELETION));
    AccountName boss = new AccountName("boss");
    Lead project = Lead.ofProject("ABC");
    Change taken = new LeadChange(new ExternalId("1"), project, ANN.name(), boss);
    assertEquals("changed-since", veto(PROJECTS, taken));
  }

  @Test
  public void whatNobodyIsNamedForDoesNotCount() {
    leads.put(new Lead("ABC", "Backend"), "ann");
    assertEquals("", veto(PROJECTS, DEACTIVATION));
    assertEquals("", veto(LeadPolicy.NONE, DELETION));
  }

  @Test
  public void whoeverMayLeadStaysWhenJiraCannotTell() {
    leads.silent = true;
    assertEquals("leads-unknown", veto(PROJECTS, DEACTIVATION));
    assertEquals("leads-unknown", veto(PROJECTS, DELETION));
    assertEquals("nobody is asked", "", veto(LeadPolicy.NONE, DEACTIVATION));
  }
}
