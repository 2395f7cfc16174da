package org.oktasync.devkit.jiraapi;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.sameInstance;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.jira.plugin.webfragment.conditions.UserIsSysAdminCondition;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.DelegatingApplicationUser;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

/** The seams reach the closed parts of the declared types. */
public class HostSeamsTest {
  private final ApplicationUser ann =
      new DelegatingApplicationUser(1L, "key-1", new UserTemplate("Ann", 1L));

  @After
  public void forgetComponents() {
    HostSeams.setComponents(type -> null);
  }

  @Test
  public void makesEventNodeHelperAndPluginInformation() {
    assertThat(HostSeams.loginEvent(ann).getUser(), sameInstance(ann));
    assertThat(HostSeams.node("n1").getNodeId(), is("n1"));
    assertThat(HostSeams.jiraHelper(Map.of("a", 1)).getContextParams(), is(Map.of("a", 1)));
    assertThat(HostSeams.pluginInformation("1.2", null, "us", Map.of()).getVersion(), is("1.2"));
  }

  @Test
  public void componentAccessorAsksTheLookup() {
    HostSeams.setComponents(type -> type == String.class ? "found" : null);

    assertThat(ComponentAccessor.getComponent(String.class), is("found"));
    assertThat(ComponentAccessor.getOSGiComponentInstanceOfType(String.class), is("found"));
  }

  @Test
  public void componentAccessorRefusesAComponentOfAnotherType() {
    HostSeams.setComponents(type -> 42);

    assertThrows(ClassCastException.class, () -> ComponentAccessor.getComponent(String.class));
  }

  @Test
  public void aQueuedMailGoesOutThroughTheDefaultServer() throws Exception {
    List<Object> sent = new ArrayList<>();
    SMTPMailServer server = recording(SMTPMailServer.class, sent);
    HostSeams.setComponents(type -> answering(MailServerManager.class, server));
    Email mail = new com.atlassian.jira.mail.Email("ann@example.com").setSubject("Held");
    SingleMailQueueItem item = new SingleMailQueueItem(mail);

    item.send();

    assertThat(sent, is(List.of(mail)));
    assertThat(item.getSubject() + item.getSendCount(), is("Held1"));
  }

  @Test
  public void aQueuedMailFailsWithoutADefaultServer() {
    HostSeams.setComponents(type -> answering(MailServerManager.class, null));

    assertThrows(MailException.class, new SingleMailQueueItem(new Email("ann@example.com"))::send);
  }

  @Test
  public void sysAdminConditionAsksForThePermissionOfTheSignedInUser() {
    assertThat(sysAdminCondition(ann, true), is(true));
    assertThat(sysAdminCondition(ann, false), is(false));
    assertThat(sysAdminCondition(null, true), is(false));
  }

  private static boolean sysAdminCondition(ApplicationUser user, boolean granted) {
    Map<Class<?>, Object> components =
        Map.of(
            JiraAuthenticationContext.class, answering(JiraAuthenticationContext.class, user),
            GlobalPermissionManager.class, answering(GlobalPermissionManager.class, granted));
    HostSeams.setComponents(components::get);
    return new UserIsSysAdminCondition().shouldDisplay(Map.of());
  }

  private static <T> T recording(Class<T> type, List<Object> arguments) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              arguments.addAll(List.of(args));
              return null;
            }));
  }

  private static <T> T answering(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer));
  }
}
