package org.oktasync.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.mail.Email;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.record.Fact;
import org.oktasync.run.ports.Notice;
import org.oktasync.schedule.Site;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Notices go through Jira's mail queue, where there is one. */
public class JiraNotifierTest {
  private static final Site SITE = new Site("https://jira.example.com/jira", "");

  private final Map<Class<?>, Object> components = new HashMap<>();
  private final MailServerManager servers = mock(MailServerManager.class);
  private final List<Email> queued = new ArrayList<>();
  private boolean disabled;
  private boolean peopleFail;
  private JiraNotifier notifier;

  @Before
  public void setUp() {
    MailQueue queue = mock(MailQueue.class);
    doAnswer(call -> queued.add(((SingleMailQueueItem) call.getArgument(0)).getEmail()))
        .when(queue)
        .addItem(any());
    components.put(MailQueue.class, queue);
    components.put(MailServerManager.class, servers);
    when(servers.isDefaultSMTPMailServerDefined()).thenReturn(true);
    notifier =
        new JiraNotifier(
            frenchCodes(),
            french(),
            this::find,
            () -> SITE,
            () -> new JiraOutbox(components::get, () -> disabled),
            new RecordedLog().log());
  }

  /** Texts that show their language, key and values. */
  private static I18nResolver frenchCodes() {
    return mock(
        I18nResolver.class,
        call -> {
          Object[] all = call.getArguments();
          List<Object> values = List.of(Arrays.copyOfRange(all, 2, all.length));
          return all[0] + " " + all[1] + (values.isEmpty() ? "" : values.toString());
        });
  }

  private static LocaleResolver french() {
    LocaleResolver locales = mock(LocaleResolver.class);
    when(locales.getApplicationLocale()).thenReturn(Locale.FRENCH);
    when(locales.getLocale(new UserKey("JIRAUSER1"))).thenReturn(Locale.GERMAN);
    return locales;
  }

  private Optional<AssetsUser> find(String address) {
    if (peopleFail) {
      throw new TargetException(Kind.FATAL, Message.of("directory-failed", address, ""), null);
    }
    return address.startsWith("greta@")
        ? Optional.of(new AssetsUser("greta", "JIRAUSER1"))
        : Optional.empty();
  }

  private static Notice notice(String connection, String... receivers) {
    return new Notice(
        List.of(receivers),
        Message.of("notice-held", connection),
        List.of(Message.of("notice-run-held", 7, connection)),
        List.of(Fact.of("user-created", 3)),
        "/runs/7");
  }

  @Test
  public void eachReceiverGetsAMailOfItsOwn_inPlainText_withALink() {
    notifier.send(notice("Main", "a@example.com", "b@example.com"));
    assertEquals(2, queued.size());
    Email mail = queued.get(0);
    assertEquals("a@example.com", mail.getTo());
    assertEquals("b@example.com", queued.get(1).getTo());
    assertEquals("text/plain", mail.getMimeType());
    assertEquals("fr okta-sync.notice-held[Main]", mail.getSubject());
    assertEquals(
        "fr okta-sync.notice-run-held[7, Main]\n"
            + "\n"
            + "fr okta-sync.fact.user-created: 3\n"
            + "\n"
            + "https://jira.example.com/jira/plugins/servlet/okta-sync/runs/7\n",
        mail.getBody());
    assertEquals("Jira marks its mails", com.atlassian.jira.mail.Email.class, mail.getClass());
    assertEquals(Optional.empty(), notifier.problem());
  }

  @Test
  public void whoHasChosenALanguageInJira_getsTheirsInIt() {
    notifier.send(notice("Main", "greta@example.com", "list@example.com"));
    assertEquals("de okta-sync.notice-held[Main]", queued.get(0).getSubject());
    assertTrue(queued.get(0).getBody().startsWith("de okta-sync.notice-run-held[7, Main]\n\nde "));
    assertEquals("fr okta-sync.notice-held[Main]", queued.get(1).getSubject());
    assertFalse(queued.get(1).getBody().contains("de "));
  }

  @Test
  public void aReaderWhoIsKnownGetsTheirLanguage_andNoAddressOfPages() {
    Message subject = Message.of("leaver-mail-deactivation-subject");
    List<Message> sentences = List.of(Message.of("leaver-mail-contact", "it\r\nBcc: x"));
    notifier.send(
        new Notice(List.of("shared@example.com"), subject, sentences, List.of(), "", "JIRAUSER1"));
    assertEquals("de okta-sync.leaver-mail-deactivation-subject", queued.get(0).getSubject());
    assertEquals(
        "de okta-sync.leaver-mail-contact[it Bcc: x]\n\nhttps://jira.example.com/jira\n",
        queued.get(0).getBody());
  }

  @Test
  public void whereNobodyCanTellWhoseAddressItIs_theSitesLanguageServes() {
    peopleFail = true;
    notifier.send(notice("Main", "greta@example.com"));
    assertEquals("fr okta-sync.notice-held[Main]", queued.get(0).getSubject());
  }

  @Test
  public void aNameWithALineBreak_isNoHeader() {
    notifier.send(notice("Main\r\nBcc: eve@example.com\u2028x", "a@example.com"));
    String subject = queued.get(0).getSubject();
    assertTrue(subject, subject.chars().noneMatch(c -> c < ' ' || c == 0x2028));
  }

  @Test
  public void aReceiverWithALineBreak_getsNothing() {
    notifier.send(notice("Main", "a@example.com\nBcc: eve@example.com", "b@example.com"));
    assertEquals(1, queued.size());
    assertEquals("b@example.com", queued.get(0).getTo());
  }

  @Test
  public void whatKeepsMailsFromLeaving_isNamed_andNothingIsQueued() {
    when(servers.isDefaultSMTPMailServerDefined()).thenReturn(false);
    assertObstacle("mail-no-server");
    when(servers.isDefaultSMTPMailServerDefined()).thenReturn(true);
    disabled = true;
    assertObstacle("mail-switched-off");
    components.remove(MailQueue.class);
    assertObstacle("mail-unavailable");
  }

  private void assertObstacle(String code) {
    assertEquals(Optional.of(Message.of(code)), notifier.problem());
    notifier.send(notice("Main", "a@example.com"));
    assertEquals(List.of(), queued);
  }

  @Test
  public void classesThatAreMissing_doNoHarm() {
    JiraNotifier without =
        new JiraNotifier(
            frenchCodes(),
            french(),
            this::find,
            () -> SITE,
            () -> {
              throw new NoClassDefFoundError("com/atlassian/mail/queue/MailQueue");
            },
            new RecordedLog().log());
    assertEquals(Optional.of(Message.of("mail-unavailable")), without.problem());
    without.send(notice("Main", "a@example.com"));
    assertFalse(without.problem().isEmpty());
  }

  @Test
  public void aQueueThatFails_doesNoHarm() {
    when(servers.isDefaultSMTPMailServerDefined()).thenThrow(new IllegalStateException("broken"));
    notifier.send(notice("Main", "a@example.com"));
    assertEquals(Optional.of(Message.of("mail-unavailable")), notifier.problem());
  }
}
