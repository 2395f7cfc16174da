package com.atlassian.crowd.embedded.api;

/** What can be done for users that the default directory creates. */
public interface UserCapabilities {
  boolean canResetPassword();
}
