package org.oktasync.plan;

/** Who has a name in Jira. */
public enum NameHolder {
  /** Nobody: no directory holds it and Jira knows no user key for it. */
  FREE,
  /** An account or group of the target directory. */
  TARGET,
  /** An account or group of another directory. */
  OTHER_DIRECTORY,
  /** No directory, but Jira still knows a user key for it: somebody had that name once. */
  FORMER_USER
}
