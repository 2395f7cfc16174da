package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Message;
import org.oktasync.record.AuditEntry;
import org.oktasync.record.Fact;

/** Entries go into Jira's audit log, where there is one. */
public class JiraAuditTrailTest {
  private final JiraAuthenticationContext caller = mock(JiraAuthenticationContext.class);
  private final UserManager users = mock(UserManager.class);
  private final ApplicationUser ada = mock(ApplicationUser.class);
  private final ApplicationUser bob = mock(ApplicationUser.class);
  private final List<AuditEvent> written = new ArrayList<>();
  private final List<ApplicationUser> authors = new ArrayList<>();
  private AuditService service = mock(AuditService.class);
  private ApplicationUser signedIn;
  private JiraAuditTrail trail;

  @Before
  public void setUp() {
    when(caller.getLoggedInUser()).thenAnswer(call -> signedIn);
    doAnswer(call -> signedIn = call.getArgument(0)).when(caller).setLoggedInUser(any());
    when(users.getUserByName("ada")).thenReturn(ada);
    doAnswer(
            call -> {
              authors.add(signedIn);
              return written.add(call.getArgument(0));
            })
        .when(service)
        .audit(any());
    trail =
        new JiraAuditTrail(
            () -> new JiraAuditLog(() -> service, caller, users), new RecordedLog().log());
  }

  private static AuditEntry entry(String actor) {
    return new AuditEntry("run-held", actor, 5, "Main", List.of(Fact.of("run", 7)));
  }

  @Test
  public void anEntry_hasItsPlaceInTheLog() {
    trail.write(entry("ada"));
    AuditEvent event = written.get(0);
    assertEquals(CoverageArea.ECOSYSTEM, event.getArea());
    assertEquals(CoverageLevel.BASE, event.getLevel());
    assertEquals("okta-sync.audit.category", event.getCategoryI18nKey());
    assertEquals("okta-sync.audit.run-held", event.getActionI18nKey());
    assertEquals("Main", event.getAffectedObjects().get(0).getName());
    assertEquals("5", event.getAffectedObjects().get(0).getId());
    AuditAttribute fact = event.getExtraAttributes().iterator().next();
    assertEquals("okta-sync.fact.run", fact.getNameI18nKey());
    assertEquals("7", fact.getValue());
    assertEquals(Optional.empty(), trail.problem());
  }

  @Test
  public void theAuthor_isWhoDidIt_andTheThreadIsLeftAsItWas() {
    signedIn = bob;
    trail.write(entry("ada"));
    assertEquals(List.of(ada), authors);
    assertEquals(bob, signedIn);
    signedIn = null;
    trail.write(entry("ada"));
    assertEquals(null, signedIn);
  }

  @Test
  public void theThreadIsLeftAsItWas_evenWhenTheLogFails() {
    signedIn = bob;
    doAnswer(
            call -> {
              throw new IllegalStateException("the log is full");
            })
        .when(service)
        .audit(any());
    trail.write(entry("ada"));
    assertEquals(bob, signedIn);
  }

  @Test
  public void whatNobodyDid_orSomebodyUnknown_isWrittenAsTheThreadIs() {
    trail.write(entry(""));
    trail.write(entry("gone"));
    assertEquals(2, written.size());
    assertEquals(null, authors.get(0));
  }

  @Test
  public void aJiraWithoutAuditLog_isNamed_andNotHarmed() {
    service = null;
    trail.write(entry("ada"));
    assertEquals(Optional.of(Message.of("audit-unavailable")), trail.problem());
  }

  @Test
  public void classesThatAreMissing_doNoHarm() {
    JiraAuditTrail without =
        new JiraAuditTrail(
            () -> {
              throw new NoClassDefFoundError("com/atlassian/audit/api/AuditService");
            },
            new RecordedLog().log());
    without.write(entry("ada"));
    assertEquals(Optional.of(Message.of("audit-unavailable")), without.problem());
  }
}
