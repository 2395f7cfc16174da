package com.atlassian.mail;

import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.mail.server.MailServerManager;

/** The product's mail servers and settings, for classes that cannot be injected. */
public class MailFactory {
  private MailFactory() {}

  public static MailServerManager getServerManager() {
    return ComponentAccessor.getMailServerManager();
  }

  public static Settings getSettings() {
    return ComponentAccessor.getComponent(Settings.class);
  }
}
