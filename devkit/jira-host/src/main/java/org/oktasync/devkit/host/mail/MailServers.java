package org.oktasync.devkit.host.mail;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.Settings;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.util.List;
import org.oktasync.devkit.host.data.DataException;
import org.oktasync.devkit.host.site.SiteSettings;

/** The one server for outgoing mail, when the site has it. */
public final class MailServers implements MailServerManager, Settings {
  private static final String ADDRESSES = "[^@\\s,]+@[^@\\s,]+(\\s*,\\s*[^@\\s,]+@[^@\\s,]+)*";

  private final SiteSettings site;
  private final SentMails sent;

  /** The server puts what it sends among these mails. */
  public MailServers(SiteSettings site, SentMails sent) {
    this.site = site;
    this.sent = sent;
  }

  @Override
  public List<SMTPMailServer> getSmtpMailServers() {
    return isDefaultSMTPMailServerDefined() ? List.of(new Server()) : List.of();
  }

  /** {@inheritDoc} Null when there is none. */
  @Override
  public SMTPMailServer getDefaultSMTPMailServer() {
    return isDefaultSMTPMailServerDefined() ? new Server() : null;
  }

  @Override
  public boolean isDefaultSMTPMailServerDefined() {
    return site.hasSmtpServer();
  }

  @Override
  public boolean isSendingDisabled() {
    return site.isSendingDisabled();
  }

  private final class Server implements SMTPMailServer {
    @Override
    public void send(Email email) throws MailException {
      for (String addresses : new String[] {email.getTo(), email.getCc(), email.getBcc()}) {
        if (addresses != null && !addresses.strip().matches(ADDRESSES)) {
          throw new MailException("Not an address, or addresses with commas: " + addresses);
        }
      }
      String from = email.getFrom() == null ? getDefaultFrom() : email.getFrom();
      try {
        sent.add(email, from, getPrefix() + " " + email.getSubject());
      } catch (DataException e) {
        throw new MailException(e);
      }
    }

    @Override
    public String getDefaultFrom() {
      return "jira@example.com";
    }

    @Override
    public String getPrefix() {
      return "[JIRA]";
    }

    @Override
    public Long getId() {
      return 10000L;
    }

    @Override
    public String getName() {
      return "Default SMTP Server";
    }

    @Override
    public String getDescription() {
      return "Keeps what it should deliver";
    }

    @Override
    public String getType() {
      return "smtp";
    }

    @Override
    public String getHostname() {
      return "localhost";
    }
  }
}
