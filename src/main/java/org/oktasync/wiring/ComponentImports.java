package org.oktasync.wiring;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.config.util.JiraHome;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import javax.inject.Inject;
import javax.inject.Named;

/** Everything that Jira is asked for; every service of the host comes in here. */
@Named
public final class ComponentImports {
  final ActiveObjects activeObjects;
  final ClusterLockService locks;
  final ClusterManager cluster;
  final CrowdDirectoryService directories;
  final DirectoryManager crowd;
  final GlobalPermissionManager permissions;
  final ApplicationRoleManager roles;
  final JiraHome home;
  final UserManager jiraUsers;
  final com.atlassian.sal.api.user.UserManager salUsers;
  final I18nResolver texts;
  final LocaleResolver locales;
  final ApplicationProperties properties;
  final UserPropertyManager userProperties;
  final SchedulerService scheduler;
  final EventPublisher events;

  /** The services without a field serve the pages, which take them from the same imports. */
  @Inject
  public ComponentImports(
      @ComponentImport ActiveObjects activeObjects,
      @ComponentImport ClusterLockService locks,
      @ComponentImport ClusterManager cluster,
      @ComponentImport CrowdDirectoryService directories,
      @ComponentImport DirectoryManager crowd,
      @ComponentImport GlobalPermissionManager permissions,
      @ComponentImport ApplicationRoleManager roles,
      @ComponentImport JiraHome home,
      @ComponentImport("jiraUserManager") UserManager jiraUsers,
      @ComponentImport("salUserManager") com.atlassian.sal.api.user.UserManager salUsers,
      @ComponentImport I18nResolver texts,
      @ComponentImport LocaleResolver locales,
      @ComponentImport("salApplicationProperties") ApplicationProperties properties,
      @ComponentImport UserPropertyManager userProperties,
      @ComponentImport SchedulerService scheduler,
      @ComponentImport EventPublisher events,
      @ComponentImport LoginUriProvider login,
      @ComponentImport WebSudoManager webSudo,
      @ComponentImport TemplateRenderer templates,
      @ComponentImport PageBuilderService pages) {
    this.activeObjects = activeObjects;
    this.locks = locks;
    this.cluster = cluster;
    this.directories = directories;
    this.crowd = crowd;
    this.permissions = permissions;
    this.roles = roles;
    this.home = home;
    this.jiraUsers = jiraUsers;
    this.salUsers = salUsers;
    this.texts = texts;
    this.locales = locales;
    this.properties = properties;
    this.userProperties = userProperties;
    this.scheduler = scheduler;
    this.events = events;
  }
}
