package org.oktasync.devkit.host;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailFactory;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.devkit.host.site.SiteOptions;
import org.oktasync.devkit.host.site.SiteOptions.Service;

/** What a site is made of: its address and id, its licences, its mail and its audit log. */
public class SiteTest {
  private static final String SITE = "/rest/devkit/1.0/site";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private HostOptions options;

  @Before
  public void chooseHome() throws Exception {
    options = HostOptions.in(folder.newFolder("home").toPath());
  }

  private static JsonNode get(Host host, String path) throws Exception {
    return new ObjectMapper().readTree(Browser.script(host, "admin").get(path).body());
  }

  private static int put(Host host, String body) throws Exception {
    return Browser.script(host, "admin")
        .json("PUT", SITE, body, "X-Atlassian-Token", "no-check")
        .statusCode();
  }

  @Test
  public void aSiteKeepsItsIdAndTheAddressThatItWasGivenUntilItIsMadeACopy() throws Exception {
    String id;
    try (Host host = Host.start(options)) {
      ApplicationProperties properties = host.service(ApplicationProperties.class);
      id = properties.getPropertyValue("jira.sid.key");
      assertThat(id.matches("B\\w{3}-\\w{4}-\\w{4}-\\w{4}"), is(true));
      assertThat(properties.getBaseUrl(UrlMode.CANONICAL), is(host.baseUrl()));
      assertThat(put(host, "{\"baseUrl\":\"https://jira.example.com/jira/\"}"), is(200));
      assertThat(put(host, "{\"baseUrl\":\"jira.example.com\"}"), is(400));
    }
    SiteOptions copy =
        SiteOptions.NONE
            .withServerId("BTST-0001-0001-0001")
            .withSeats(Map.of("jira-servicedesk", 3));
    try (Host host = Host.start(options.withSite(copy))) {
      ApplicationProperties properties = host.service(ApplicationProperties.class);
      assertThat(properties.getPropertyValue("jira.sid.key"), is("BTST-0001-0001-0001"));
      assertThat(properties.getBaseUrl(UrlMode.CANONICAL), is("https://jira.example.com/jira"));
      assertThat(properties.getBaseUrl(UrlMode.ABSOLUTE), is(host.baseUrl()));
      assertThat(host.users().seats(), is(Map.of("jira-servicedesk", 3, "jira-software", -1)));
    }
  }

  @Test
  public void aJiraMayBeWithoutMailAndAuditLog() throws Exception {
    SiteOptions poor = SiteOptions.NONE.without(Set.of(Service.MAIL, Service.AUDIT));
    try (Host host = Host.start(options.withSite(poor))) {
      assertThat(ComponentAccessor.getMailQueue(), is(nullValue()));
      assertThat(
          ComponentAccessor.getOSGiComponentInstanceOfType(AuditService.class), is(nullValue()));
      Browser admin = Browser.script(host, "admin");
      assertThat(admin.get("/rest/devkit/1.0/mails").statusCode(), is(404));
      assertThat(admin.get("/rest/devkit/1.0/audit").statusCode(), is(404));
      String menu = admin.get("/secure/admin/ViewSystemInfo.jspa").body();
      assertThat(menu, not(containsString("Mail queue")));
      assertThat(menu, not(containsString("Audit log")));
    }
  }

  @Test
  public void itIsChangedAndSeenFromOutsideByAdministrators() throws Exception {
    try (Host host = Host.start(options)) {
      assertThat(put(host, "{\"serverId\":\"BABC\",\"seats\":{\"jira-software\":40}}"), is(200));
      assertThat(put(host, "{\"seats\":{\"jira-tea\":1}}"), is(400));
      assertThat(get(host, SITE).path("seats").path("jira-software").asInt(), is(40));
      assertThat(
          page(host, "/secure/admin/EditApplicationProperties!default.jspa"),
          containsString("value=\"BABC\""));
      mailsAreSeen(host);
      theAuditLogIsSeen(host);
      Browser fred = Browser.script(host, "fred");
      assertThat(fred.get(SITE).statusCode(), is(403));
      assertThat(fred.get("/rest/devkit/1.0/audit").statusCode(), is(403));
      assertThat(Browser.at(host).get("/rest/devkit/1.0/mails").statusCode(), is(401));
    }
  }

  private static String page(Host host, String path) throws Exception {
    return Browser.script(host, "admin").get(path).body();
  }

  private static void mailsAreSeen(Host host) throws Exception {
    assertThat(MailFactory.getSettings().isSendingDisabled(), is(false));
    assertThat(put(host, "{\"sendingDisabled\":true}"), is(200));
    assertThat(MailFactory.getSettings().isSendingDisabled(), is(true));
    Email mail = new Email("ann@example.com").setSubject("<i>Held</i>").setBody("Look.");
    ComponentAccessor.getMailQueue().addItem(new SingleMailQueueItem(mail));
    assertThat(get(host, "/rest/devkit/1.0/mails").path("queued").asInt(), is(1));
    ComponentAccessor.getMailQueue().sendBuffer();
    JsonNode sent = get(host, "/rest/devkit/1.0/mails").path("values").path(0);
    assertThat(sent.path("subject").asText(), is("[JIRA] <i>Held</i>"));
    String shown = page(host, "/secure/admin/MailQueueAdmin!default.jspa");
    assertThat(shown, containsString("[JIRA] &lt;i&gt;Held"));
    assertThat(shown, containsString("Sending: disabled"));
    assertThat(put(host, "{\"smtpServer\":false}"), is(200));
    assertThat(MailFactory.getServerManager().isDefaultSMTPMailServerDefined(), is(false));
  }

  private static void theAuditLogIsSeen(Host host) throws Exception {
    AuditType type =
        AuditType.fromI18nKeys(
                CoverageArea.ECOSYSTEM, CoverageLevel.BASE, "sync.category", "sync.action")
            .build();
    ComponentAccessor.getOSGiComponentInstanceOfType(AuditService.class)
        .audit(AuditEvent.builder(type).build());
    JsonNode entry = get(host, "/rest/devkit/1.0/audit").path("values").path(0);
    assertThat(entry.path("action").asText(), is("sync.action"));
    assertThat(page(host, "/plugins/servlet/audit"), containsString("sync.action"));
  }
}
