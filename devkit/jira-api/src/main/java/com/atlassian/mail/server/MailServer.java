package com.atlassian.mail.server;

/** A mail server that an administrator has defined. */
public interface MailServer {
  Long getId();

  String getName();

  String getDescription();

  String getType();

  String getHostname();
}
