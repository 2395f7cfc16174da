package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Message;
import org.oktasync.schedule.Site;

/** Which site this Jira is. */
@SuppressWarnings("deprecation")
public class JiraSiteIdentityTest {
  private final ApplicationProperties jira = mock(ApplicationProperties.class);
  private final JiraSiteIdentity identity = new JiraSiteIdentity(jira, new RecordedLog().log());

  @Before
  public void setUp() {
    when(jira.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.com/");
  }

  @Test
  public void itIsItsAddressAndItsServerId() {
    when(jira.getPropertyValue("jira.sid.key")).thenReturn("B1-AAAA");
    assertEquals(new Site("https://jira.example.com", "B1-AAAA"), identity.present());
    assertEquals(Optional.empty(), identity.limitation());
  }

  @Test
  public void aJiraThatDoesNotTellItsServerId_isTheAddressAlone() {
    assertEquals(new Site("https://jira.example.com", ""), identity.present());
    assertEquals(Optional.of(Message.of("site-by-address-only")), identity.limitation());
  }

  @Test
  public void aJiraWithoutTheDeprecatedMember_isTheAddressAlone() {
    when(jira.getPropertyValue("jira.sid.key")).thenThrow(new NoSuchMethodError("gone"));
    assertEquals(new Site("https://jira.example.com", ""), identity.present());
    assertEquals(Optional.of(Message.of("site-by-address-only")), identity.limitation());
  }

  @Test
  public void aChangeIsSeenWithTheNextLook() {
    identity.present();
    when(jira.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://other.example.com");
    assertEquals("https://other.example.com", identity.present().baseUrl());
  }
}
