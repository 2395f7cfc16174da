package org.oktasync.schedule;

/** Tells which site this Jira is. */
@FunctionalInterface
public interface SiteIdentity {
  /** The site as it is now. */
  Site present();
}
