package com.atlassian.jira.mail;

/** A mail that Jira marks as its own. */
public class Email extends com.atlassian.mail.Email {
  private static final long serialVersionUID = 1L;

  public Email(String to) {
    super(to);
  }

  @Override
  public com.atlassian.mail.Email setSubject(String subject) {
    return super.setSubject(subject);
  }
}
