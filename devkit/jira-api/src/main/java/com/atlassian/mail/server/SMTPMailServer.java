package com.atlassian.mail.server;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;

/** A server through which mail goes out. */
public interface SMTPMailServer extends MailServer {
  String getDefaultFrom();

  String getPrefix();

  void send(Email email) throws MailException;
}
