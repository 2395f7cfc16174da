package org.oktasync.schedule;

import java.util.Locale;

/**
 * What tells one Jira from a copy of it.
 *
 * @param baseUrl the canonical base URL, without a slash at the end
 * @param serverId Jira's server id; empty where it cannot be told
 */
public record Site(String baseUrl, String serverId) {
  public Site {
    baseUrl = baseUrl.strip().replaceAll("/+$", "");
    serverId = serverId.strip();
  }

  /** Whether this is the other site: the address counts, and the id where both are known. */
  public boolean same(Site other) {
    boolean idsTell = !serverId.isEmpty() && !other.serverId.isEmpty();
    return baseUrl.toLowerCase(Locale.ROOT).equals(other.baseUrl.toLowerCase(Locale.ROOT))
        && (!idsTell || serverId.equalsIgnoreCase(other.serverId));
  }
}
