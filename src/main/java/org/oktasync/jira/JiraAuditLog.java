package org.oktasync.jira;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.function.Supplier;
import org.oktasync.record.AuditEntry;

/**
 * Jira's audit log. Entries of add-ons stand in its area "ecosystem"; level "base" is kept unless
 * an administrator switches the log off. To be made only where its classes may be missed.
 */
public final class JiraAuditLog implements AuditLog {
  private static final String TEXTS = "okta-sync.";
  private static final String RESOURCE = "okta-sync-connection";

  private final Supplier<AuditService> service;
  private final JiraAuthenticationContext caller;
  private final UserManager users;

  /**
   * @param service the service as it is now; answers null where there is none
   */
  public JiraAuditLog(
      Supplier<AuditService> service, JiraAuthenticationContext caller, UserManager users) {
    this.service = service;
    this.caller = caller;
    this.users = users;
  }

  @Override
  public boolean present() {
    return service.get() != null;
  }

  @Override
  public void write(AuditEntry entry) {
    AuditService log = service.get();
    AuditEvent event = event(entry);
    ApplicationUser actor = entry.actor().isEmpty() ? null : users.getUserByName(entry.actor());
    if (actor == null) {
      log.audit(event);
    } else {
      as(actor, () -> log.audit(event));
    }
  }

  /** The log takes the author from whoever is signed in on the thread; it cannot be told one. */
  private void as(ApplicationUser actor, Runnable write) {
    ApplicationUser before = caller.getLoggedInUser();
    caller.setLoggedInUser(actor);
    try {
      write.run();
    } finally {
      caller.setLoggedInUser(before);
    }
  }

  private static AuditEvent event(AuditEntry entry) {
    AuditType type =
        AuditType.fromI18nKeys(
                CoverageArea.ECOSYSTEM,
                CoverageLevel.BASE,
                TEXTS + "audit.category",
                TEXTS + "audit." + entry.action())
            .build();
    AuditEvent.Builder event =
        AuditEvent.builder(type)
            .affectedObject(
                AuditResource.builder(entry.connection(), RESOURCE)
                    .id(String.valueOf(entry.connectionId()))
                    .build());
    entry
        .facts()
        .forEach(
            fact ->
                event.extraAttribute(
                    AuditAttribute.fromI18nKeys(TEXTS + "fact." + fact.name(), fact.value())
                        .build()));
    return event.build();
  }
}
