package com.atlassian.jira.component;

import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.plugin.PluginAccessor;
import java.util.function.Function;

/** Jira's components by type, for classes that cannot be injected. */
public class ComponentAccessor {
  private static volatile Function<Class<?>, Object> components = ComponentAccessor::noHost;

  private ComponentAccessor() {}

  public static <T> T getComponent(Class<T> type) {
    return type.cast(components.apply(type));
  }

  public static <T> T getOSGiComponentInstanceOfType(Class<T> type) {
    return type.cast(components.apply(type));
  }

  public static UserManager getUserManager() {
    return getComponent(UserManager.class);
  }

  public static GroupManager getGroupManager() {
    return getComponent(GroupManager.class);
  }

  public static UserPropertyManager getUserPropertyManager() {
    return getComponent(UserPropertyManager.class);
  }

  public static JiraAuthenticationContext getJiraAuthenticationContext() {
    return getComponent(JiraAuthenticationContext.class);
  }

  public static GlobalPermissionManager getGlobalPermissionManager() {
    return getComponent(GlobalPermissionManager.class);
  }

  public static PluginAccessor getPluginAccessor() {
    return getComponent(PluginAccessor.class);
  }

  public static MailQueue getMailQueue() {
    return getComponent(MailQueue.class);
  }

  public static MailServerManager getMailServerManager() {
    return getComponent(MailServerManager.class);
  }

  /** The host calls this once; classes of an add-on cannot. */
  static void setComponents(Function<Class<?>, Object> lookup) {
    components = lookup;
  }

  private static Object noHost(Class<?> type) {
    throw new IllegalStateException("No host has set the components; asked for " + type.getName());
  }
}
