package org.oktasync.run.settings;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.LeaverSettings;
import org.oktasync.fakes.InMemoryLeads;
import org.oktasync.run.SyncWorld;

/** Who can be named to take over what leavers lead. */
public class LeadSettingsCheckTest {
  private final SyncWorld world = SyncWorld.unguarded();
  private final InMemoryLeads leads = world.leads;

  private List<String> problems(String project, String component) {
    LeaverSettings none = LeaverSettings.DEFAULTS;
    LeaverSettings wanted =
        new LeaverSettings(
            none.inactive(),
            none.byStatus(),
            none.outOfScope(),
            none.notFound(),
            none.deleteAfterDays(),
            none.keepGroups(),
            none.grace(),
            none.tell(),
            none.contact(),
            project,
            component);
    List<FieldProblem> problems = new ArrayList<>();
    new LeadSettingsCheck(world.ports.targets()).check(wanted, null, problems);
    return problems.stream().map(one -> one.field() + " " + one.message().code()).toList();
  }

  @Test
  public void whoIsNamedMustBeThereAndActive() {
    world.source.person("1", "boss").person("2", "gone");
    world.sync();
    world.source.deletePerson("2");
    world.sync();
    assertEquals(List.of(), problems("boss", "boss"));
    assertEquals(
        List.of("leavers.projectLead lead-unknown", "leavers.componentLead lead-inactive"),
        problems("nobody", "gone"));
  }

  @Test
  public void whereJiraCannotTellNobodyCanBeNamed() {
    leads.silent = true;
    assertEquals(List.of(), problems("", ""));
    assertEquals(
        List.of("leavers.projectLead leads-unavailable", "leavers.componentLead leads-unavailable"),
        problems("boss", "boss"));
  }
}
