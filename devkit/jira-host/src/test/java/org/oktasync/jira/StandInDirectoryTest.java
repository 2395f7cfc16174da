package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.impl.ImmutableDirectory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.user.util.UserManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.oktasync.control.SyncLog;
import org.oktasync.devkit.host.users.JiraUsers;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.DirectoryTargetContract;

/** The add-on's view of a Jira directory, held to its contract on the stand-in. */
@RunWith(Parameterized.class)
public class StandInDirectoryTest extends DirectoryTargetContract {
  private final JiraUsers users;
  private final Map<Class<?>, Object> services;
  private final DirectoryManager crowd;
  private final JiraDirectories directories;
  private final long target;
  private final long other;
  private String lastDigest = "";
  private long writes;

  public StandInDirectoryTest(boolean strict) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    source.setPassword("");
    users = JiraUsers.open(source, Clock.systemUTC(), event -> {}, strict);
    services = users.services();
    crowd = service(DirectoryManager.class);
    directories =
        new JiraDirectories(
            service(CrowdDirectoryService.class),
            crowd,
            new ReflectiveUserKeys(service(UserManager.class), services::get),
            new JiraUserProperties(service(UserPropertyManager.class)),
            new SyncLog(List.of()));
    other = directories.all().get(0).id();
    target = directories.create("Okta").id();
  }

  /** Strict and lenient, where the evidence of Jira's behaviour is old. */
  @Parameterized.Parameters(name = "strict={0}")
  public static Object[] modes() {
    return new Object[] {true, false};
  }

  private <T> T service(Class<T> type) {
    return type.cast(services.get(type));
  }

  @Override
  protected DirectoryTarget open() {
    return directories.open(target);
  }

  @Override
  protected void holdElsewhere(AccountName name) {
    JiraCalls.order(
        "",
        () ->
            crowd.addUser(
                other,
                new UserTemplateWithAttributes(name.value(), other),
                PasswordCredential.NONE));
  }

  @Override
  protected void holdElsewhere(GroupName name) {
    JiraCalls.order("", () -> crowd.addGroup(other, new GroupTemplate(name.value(), other)));
  }

  @Override
  protected void deleteByHand(AccountName name) {
    JiraCalls.order("", () -> crowd.removeUser(target, name.value()));
  }

  @Override
  protected void nestByHand(GroupName parent) {
    JiraCalls.order(
        "",
        () -> {
          ImmutableDirectory.Builder nesting =
              ImmutableDirectory.newBuilder(crowd.findDirectoryById(target));
          nesting.setAttributes(Map.of("useNestedGroups", "true"));
          crowd.updateDirectory(nesting.toDirectory());
          crowd.addGroup(target, new GroupTemplate("child", target));
          crowd.addGroupToGroup(target, "child", parent.value());
        });
  }

  @Override
  protected long writes() {
    String digest = users.tablesDigest();
    writes += digest.equals(lastDigest) ? 0 : 1;
    lastDigest = digest;
    return writes;
  }

  @Test
  public void administratorsAreFoundByTheirGroups() {
    JiraProtectedAccounts found =
        JiraProtectedAccounts.read(
            service(GlobalPermissionManager.class), service(CrowdDirectoryService.class), crowd);
    assertEquals(Optional.empty(), found.problem());
    assertTrue(found.isAdministrator(new AccountName("Admin")));
    assertFalse(found.isAdministrator(new AccountName("fred")));
    assertTrue(found.givesAdministration(new GroupName("jira-administrators")));
  }

  @Test
  public void aNewDirectoryStandsLast() {
    assertEquals(directories.all().size() - 1, directories.find(target).orElseThrow().position());
  }
}
