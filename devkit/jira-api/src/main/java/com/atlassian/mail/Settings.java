package com.atlassian.mail;

/** How the product handles mail. */
public interface Settings {
  boolean isSendingDisabled();
}
