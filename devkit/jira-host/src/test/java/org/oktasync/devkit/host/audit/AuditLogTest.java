package org.oktasync.devkit.host.audit;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;

import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.jira.user.DelegatingApplicationUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.TestClock;
import org.oktasync.devkit.host.audit.AuditLog.Entry;
import org.oktasync.devkit.host.sal.HostTexts;
import org.oktasync.devkit.host.security.ThreadCaller;

public class AuditLogTest {
  @Rule public final MemoryDatabase database = new MemoryDatabase();
  private final HostTexts texts = new HostTexts(() -> Locale.US);
  private final ThreadCaller caller = new ThreadCaller(texts);
  private AuditLog log;

  @Before
  public void open() {
    log = new AuditLog(database.jdbc(), new TestClock(), "a", caller, texts);
  }

  private static AuditEvent.Builder event(CoverageLevel level) {
    return AuditEvent.builder(
        AuditType.fromI18nKeys(CoverageArea.USER_MANAGEMENT, level, "the.category", "the.action")
            .build());
  }

  @Test
  public void anAddOnsEventGoesIntoTheEcosystemUnderTheCurrentUser() {
    caller.setLoggedInUser(new DelegatingApplicationUser(1L, "key", new UserTemplate("ann", 1L)));
    log.audit(
        event(CoverageLevel.BASE)
            .affectedObject(AuditResource.builder("Lab", "connection").id("7").build())
            .changedValue(ChangedValue.fromI18nKeys("the.limit").from(null).to("5").build())
            .extraAttribute(AuditAttribute.fromI18nKeys("the.run", "12").build())
            .build());
    Entry entry = log.all().get(0);
    assertThat(entry.area(), is("ECOSYSTEM"));
    assertThat(entry.author(), is("ann"));
    assertThat(entry.node(), is("a"));
    assertThat(entry.categoryKey(), is("the.category"));
    assertThat(entry.actionKey(), is("the.action"));
    assertThat(
        entry.affectedObjects(),
        is(List.of(Map.of("name", "Lab", "type", "connection", "id", "7"))));
    assertThat(entry.changedValues().get(0).get("from"), is(nullValue()));
    assertThat(entry.changedValues().get(0).get("to"), is("5"));
    assertThat(
        entry.extraAttributes(),
        is(List.of(Map.of("key", "the.run", "name", "the.run", "value", "12"))));
  }

  @Test
  public void withoutAUserTheAuthorIsTheSystem() {
    log.audit(event(CoverageLevel.BASE).build());
    assertThat(log.all().get(0).author(), is("System"));
  }

  @Test
  public void higherLevelsAreNotKept() {
    log.audit(event(CoverageLevel.ADVANCED).build());
    log.audit(event(CoverageLevel.FULL).build());
    assertThat(log.all(), is(List.of()));
  }
}
