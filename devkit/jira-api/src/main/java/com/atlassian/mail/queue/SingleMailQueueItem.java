package com.atlassian.mail.queue;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.MailFactory;
import com.atlassian.mail.server.SMTPMailServer;

/** One mail, sent through the default SMTP server. */
public class SingleMailQueueItem extends AbstractMailQueueItem {
  private final Email email;

  public SingleMailQueueItem(Email email) {
    super(email.getSubject());
    this.email = email;
  }

  @Override
  public void send() throws MailException {
    incrementSendCount();
    SMTPMailServer server = MailFactory.getServerManager().getDefaultSMTPMailServer();
    if (server == null) {
      throw new MailException("No default SMTP server is defined");
    }
    server.send(email);
  }

  public Email getEmail() {
    return email;
  }
}
