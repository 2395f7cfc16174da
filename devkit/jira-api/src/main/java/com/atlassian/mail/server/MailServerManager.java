package com.atlassian.mail.server;

import java.util.List;

/** The mail servers of the product. */
public interface MailServerManager {
  List<SMTPMailServer> getSmtpMailServers();

  SMTPMailServer getDefaultSMTPMailServer();

  boolean isDefaultSMTPMailServerDefined();
}
