package org.oktasync.wiring;

import com.atlassian.audit.api.AuditService;
import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.mail.MailFactory;
import org.oktasync.control.SyncLog;
import org.oktasync.jira.AuditLog;
import org.oktasync.jira.JiraAuditLog;
import org.oktasync.jira.JiraAuditTrail;
import org.oktasync.jira.JiraNotifier;
import org.oktasync.jira.JiraOutbox;
import org.oktasync.jira.JiraSiteIdentity;
import org.oktasync.jira.JiraSitePeople;
import org.oktasync.jira.Outbox;
import org.oktasync.run.ports.AuditTrail;
import org.oktasync.run.ports.Notifier;

/**
 * What a Jira may lack without harm: mail, audit log, server id. Services and classes behind them
 * are looked up at each use.
 */
final class OptionalServices {
  final JiraSiteIdentity site;
  final Notifier notifier;
  final AuditTrail audit;
  private final ComponentImports jira;

  OptionalServices(ComponentImports jira, SyncLog log) {
    this.jira = jira;
    site = new JiraSiteIdentity(jira.properties, log);
    JiraSitePeople people = new JiraSitePeople(jira.directories, jira.crowd, jira.jiraUsers);
    notifier =
        new JiraNotifier(jira.texts, jira.locales, people, site, OptionalServices::outbox, log);
    audit = new JiraAuditTrail(this::auditLog, log);
  }

  private static Outbox outbox() {
    return new JiraOutbox(
        ComponentAccessor::getComponent, () -> MailFactory.getSettings().isSendingDisabled());
  }

  private AuditLog auditLog() {
    return new JiraAuditLog(
        () -> ComponentAccessor.getOSGiComponentInstanceOfType(AuditService.class),
        ComponentAccessor.getJiraAuthenticationContext(),
        jira.jiraUsers);
  }
}
