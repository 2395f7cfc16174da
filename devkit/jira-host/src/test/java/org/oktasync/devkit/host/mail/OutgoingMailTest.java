package org.oktasync.devkit.host.mail;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;

import com.atlassian.mail.Email;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.mail.server.MailServerManager;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.MemoryDatabase;
import org.oktasync.devkit.host.TestClock;
import org.oktasync.devkit.host.mail.SentMails.Mail;
import org.oktasync.devkit.host.sal.DatabasePluginSettings;
import org.oktasync.devkit.host.site.SiteOptions;
import org.oktasync.devkit.host.site.SiteSettings;
import org.oktasync.devkit.jiraapi.HostSeams;

public class OutgoingMailTest {
  @Rule public final MemoryDatabase database = new MemoryDatabase();
  private SiteSettings site;
  private OutgoingMail mail;

  @Before
  public void open() {
    site =
        new SiteSettings(
            new DatabasePluginSettings(database.jdbc()).createGlobalSettings(),
            "http://localhost/jira",
            SiteOptions.NONE);
    mail = OutgoingMail.open(database.jdbc(), new TestClock(), "a", site);
    HostSeams.setComponents(type -> type == MailServerManager.class ? mail.servers() : null);
  }

  @After
  public void forgetComponents() {
    HostSeams.setComponents(type -> null);
  }

  private void queue(String to) {
    Email email = new Email(to).setSubject("Held").setBody("A run waits.");
    mail.queue().addItem(new SingleMailQueueItem(email));
  }

  @Test
  public void whatIsDrainedIsSentByTheServersRules() {
    queue("ann@example.com, ben@example.com");
    assertThat(mail.sent().all().size(), is(0));
    mail.drain();
    Mail sent = mail.sent().all().get(0);
    assertThat(sent.from(), is("jira@example.com"));
    assertThat(sent.to(), is("ann@example.com, ben@example.com"));
    assertThat(sent.cc(), is(nullValue()));
    assertThat(sent.subject(), is("[JIRA] Held"));
    assertThat(sent.body(), is("A run waits."));
    assertThat(sent.node(), is("a"));
    assertThat(mail.queue().size(), is(0));
    mail.drain();
    assertThat(mail.sent().all().size(), is(1));
  }

  @Test
  public void withoutAServerAMailIsTriedTenTimesAndMayBeSentAgain() {
    site.setSmtpServer(false);
    assertThat(mail.servers().getDefaultSMTPMailServer(), is(nullValue()));
    queue("ann@example.com");
    for (int i = 0; i < 9; i++) {
      mail.drain();
    }
    assertThat(mail.queue().size(), is(1));
    mail.drain();
    assertThat(mail.queue().size(), is(0));
    assertThat(mail.queue().errorSize(), is(1));
    site.setSmtpServer(true);
    mail.queue().resendErrorQueue();
    mail.drain();
    assertThat(mail.sent().all().size(), is(1));
    assertThat(mail.queue().errorSize(), is(0));
  }

  @Test
  public void mailsWaitWhileSendingIsDisabled() {
    site.setSendingDisabled(true);
    assertThat(mail.servers().isSendingDisabled(), is(true));
    queue("ann@example.com");
    mail.drain();
    assertThat(mail.queue().size(), is(1));
    site.setSendingDisabled(false);
    mail.drain();
    assertThat(mail.sent().all().size(), is(1));
  }

  @Test
  public void aBadAddressHoldsUpNoOtherMail() {
    queue("nobody");
    queue("ann@example.com");
    mail.drain();
    assertThat(mail.sent().all().size(), is(1));
    assertThat(mail.queue().size(), is(1));
  }
}
