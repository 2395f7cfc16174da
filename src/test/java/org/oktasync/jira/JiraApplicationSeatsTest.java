package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.target.ApplicationSeats.Application;
import org.oktasync.target.TargetException;

public class JiraApplicationSeatsTest {
  private final ApplicationRoleManager roles = mock(ApplicationRoleManager.class);
  private final FakeDirectoryService directories = FakeDirectoryService.with(1, 2);
  private final FakeCrowd crowd = FakeCrowd.with(1, 2);
  private final Set<ApplicationRole> installed = new LinkedHashSet<>();

  private void install(String key, String name, int seats, int used, String... groups) {
    ApplicationRole role = mock(ApplicationRole.class);
    ApplicationKey application = ApplicationKey.valueOf(key);
    Set<Group> opening = Arrays.stream(groups).map(ImmutableGroup::new).collect(Collectors.toSet());
    when(role.getKey()).thenReturn(application);
    when(role.getName()).thenReturn(name);
    when(role.getNumberOfSeats()).thenReturn(seats);
    when(role.getGroups()).thenReturn(opening);
    when(role.isPlatform()).thenReturn(key.equals("jira-core"));
    when(roles.getUserCount(application)).thenReturn(used);
    installed.add(role);
    when(roles.getRoles()).thenReturn(installed);
  }

  private JiraApplicationSeats read() {
    return JiraApplicationSeats.read(roles, directories, crowd.manager());
  }

  private static Set<GroupName> groups(String... names) {
    return Arrays.stream(names).map(GroupName::new).collect(Collectors.toSet());
  }

  @Test
  public void applicationsComeWithSeatsUseAndAllGroupsThatOpenThem() {
    install("jira-software", "Jira Software", 100, 40, "developers", "testers");
    install("jira-core", "Jira Core", -1, 7, "everybody");
    crowd.nest(1, "developers", "interns");

    JiraApplicationSeats seats = read();

    assertEquals(
        List.of(
            new Application("Jira Core", 0, 0, true, groups("everybody")),
            new Application(
                "Jira Software", 100, 40, false, groups("developers", "testers", "interns"))),
        seats.applications());
    assertEquals(Optional.empty(), seats.problem());
  }

  @Test
  public void membersAreThoseOfAllDirectories() {
    for (long directory : List.of(1L, 2L)) {
      crowd.hold(directory, "ann" + directory);
      crowd.holdGroup(directory, "developers", "ann" + directory);
    }
    assertEquals(
        Set.of(new AccountName("ann1"), new AccountName("ANN2")),
        read().members(new GroupName("developers")));
  }

  @Test
  public void whatCannotBeReadIsNoLimitAndIsSaid() {
    install("jira-software", "Jira Software", 100, 40, "developers");
    when(roles.getUserCount(ApplicationKey.valueOf("jira-software")))
        .thenThrow(new NoSuchMethodError("getUserCount"));

    JiraApplicationSeats seats = read();

    assertEquals(List.of(), seats.applications());
    assertEquals("seats-unknown", seats.problem().orElseThrow().code());
  }

  @Test
  public void aDirectoryThatFailsLaterIsAFailure() {
    install("jira-software", "Jira Software", 100, 40, "developers");
    JiraApplicationSeats seats = read();
    directories.directories.clear();
    crowd.members.remove(1L);

    assertTrue(seats.problem().isEmpty());
    assertThrows(TargetException.class, () -> seats.members(new GroupName("developers")));
  }
}
