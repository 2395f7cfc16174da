package org.oktasync.devkit.host;

import com.atlassian.audit.api.AuditService;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.config.util.JiraHome;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.util.BuildUtilsInfo;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.executor.ThreadLocalDelegateExecutorFactory;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.permission.PermissionEnforcer;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfRequestValidator;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.scheduler.SchedulerHistoryService;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.assets.Assets;
import org.oktasync.devkit.host.audit.AuditLog;
import org.oktasync.devkit.host.cluster.ClusterView;
import org.oktasync.devkit.host.cluster.DatabaseClusterLocks;
import org.oktasync.devkit.host.data.HostDatabase;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.event.AnnotatedEventPublisher;
import org.oktasync.devkit.host.mail.OutgoingMail;
import org.oktasync.devkit.host.projects.Projects;
import org.oktasync.devkit.host.resource.PageResources;
import org.oktasync.devkit.host.sal.CallerPassingExecutors;
import org.oktasync.devkit.host.sal.DatabasePluginSettings;
import org.oktasync.devkit.host.sal.HostApplicationProperties;
import org.oktasync.devkit.host.sal.HostTexts;
import org.oktasync.devkit.host.sal.SalUsers;
import org.oktasync.devkit.host.sal.UserLocales;
import org.oktasync.devkit.host.schedule.DatabaseScheduler;
import org.oktasync.devkit.host.schedule.JobWorkers;
import org.oktasync.devkit.host.schedule.RunHistory;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.CallerPermissions;
import org.oktasync.devkit.host.security.SecureSessions;
import org.oktasync.devkit.host.security.SignInUri;
import org.oktasync.devkit.host.security.ThreadCaller;
import org.oktasync.devkit.host.security.XsrfTokens;
import org.oktasync.devkit.host.site.SiteOptions.Service;
import org.oktasync.devkit.host.site.SiteSettings;
import org.oktasync.devkit.host.token.PersonalTokens;
import org.oktasync.devkit.host.users.JiraUsers;

/** The services of one node, wired by hand. */
final class Platform {
  final HostTexts texts = new HostTexts(this::language);
  final ThreadCaller caller = new ThreadCaller(texts);
  final AnnotatedEventPublisher events = new AnnotatedEventPublisher();
  final PageResources pageResources = new PageResources();
  final XsrfTokens tokens = new XsrfTokens();
  final SecureSessions secure;
  final DatabasePluginSettings settings;
  final DatabaseClusterLocks locks;
  final JobWorkers workers;
  final DatabaseScheduler scheduler;
  final JiraUsers users;
  final Accounts accounts;
  final SiteSettings site;
  final Projects projects;
  final UserLocales locales;
  final PersonalTokens personalTokens;
  final Assets assets;

  /** Null in a Jira without it. */
  final OutgoingMail mail;

  /** Null in a Jira without it. */
  final AuditLog audit;

  private final Map<Class<?>, Object> services = new HashMap<>();

  Platform(HostOptions options, HostDatabase database, String baseUrl) {
    Jdbc jdbc = new Jdbc(database.source());
    secure = new SecureSessions(options.clock());
    settings = new DatabasePluginSettings(jdbc);
    locks = new DatabaseClusterLocks(jdbc, options.nodeName(), options.clock());
    RunHistory history = new RunHistory(jdbc);
    workers = new JobWorkers(history, options.nodeName());
    scheduler = new DatabaseScheduler(jdbc, workers, options.clock());
    users = JiraUsers.open(database.source(), options.clock(), events::publish, options.strict());
    accounts = new Accounts(users);
    locales =
        new UserLocales(
            caller, (UserPropertyManager) users.services().get(UserPropertyManager.class));
    projects = new Projects(jdbc, users);
    site = new SiteSettings(settings.createGlobalSettings(), baseUrl, options.site());
    options.site().seats().forEach(users::setSeats);
    personalTokens = new PersonalTokens(jdbc, options.clock());
    assets = new Assets(jdbc, options.clock(), accounts, options.site().assets());
    Set<Service> without = options.site().without();
    mail =
        without.contains(Service.MAIL)
            ? null
            : OutgoingMail.open(jdbc, options.clock(), options.nodeName(), site);
    audit =
        without.contains(Service.AUDIT)
            ? null
            : new AuditLog(jdbc, options.clock(), options.nodeName(), caller, texts);
    services.putAll(users.services());
    services.putAll(projects.services());
    services.put(SchedulerHistoryService.class, history);
    addHostServices(options);
    addSalServices(baseUrl);
  }

  private void addHostServices(HostOptions options) {
    if (mail != null) {
      services.putAll(mail.services());
    }
    if (audit != null) {
      services.put(AuditService.class, audit);
    }
    HostApplicationProperties properties =
        new HostApplicationProperties(site, options.home(), options.sharedHome());
    ClusterView node = new ClusterView(options.nodeId(), locks);
    services.put(ApplicationProperties.class, properties);
    services.put(BuildUtilsInfo.class, properties);
    services.put(JiraHome.class, properties);
    services.put(ClusterManager.class, node);
    services.put(ClusterInfo.class, node);
    services.put(ClusterLockService.class, locks);
    services.put(SchedulerService.class, scheduler);
    services.put(EventPublisher.class, events);
    services.put(JiraAuthenticationContext.class, caller);
    services.put(PageBuilderService.class, pageResources);
  }

  private void addSalServices(String baseUrl) {
    services.put(UserManager.class, new SalUsers(accounts, caller));
    services.put(I18nResolver.class, texts);
    services.put(LocaleResolver.class, locales);
    services.put(PluginSettingsFactory.class, settings);
    services.put(ThreadLocalDelegateExecutorFactory.class, new CallerPassingExecutors(caller));
    services.put(WebSudoManager.class, secure);
    services.put(XsrfTokenAccessor.class, tokens);
    services.put(XsrfTokenValidator.class, tokens);
    services.put(XsrfRequestValidator.class, tokens);
    services.put(LoginUriProvider.class, new SignInUri(baseUrl));
    services.put(PermissionEnforcer.class, new CallerPermissions(accounts, caller));
  }

  private Locale language() {
    return locales.getLocale();
  }

  /** The version of Jira that the stand-in answers as. */
  String version() {
    return ((ApplicationProperties) services.get(ApplicationProperties.class)).getVersion();
  }

  /** The services that every bundle shares, by their interface. */
  Map<Class<?>, Object> services() {
    return services;
  }
}
