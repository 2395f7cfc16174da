package org.oktasync.jira;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.util.Objects;
import java.util.Optional;
import org.oktasync.control.SyncLog;
import org.oktasync.model.Message;
import org.oktasync.schedule.Site;
import org.oktasync.schedule.SiteIdentity;

/** This Jira's canonical base URL and server id. */
public final class JiraSiteIdentity implements SiteIdentity {
  private final SyncLog log;
  private static final String SERVER_ID = "jira.sid.key";

  private final ApplicationProperties properties;

  /** Asks anew at each call: administrators change the base URL while Jira runs. */
  public JiraSiteIdentity(ApplicationProperties properties, SyncLog log) {
    this.log = log;
    this.properties = properties;
  }

  @Override
  public Site present() {
    String address = properties.getBaseUrl(UrlMode.CANONICAL);
    return new Site(Objects.requireNonNullElse(address, ""), serverId());
  }

  /** Reading such properties is deprecated; a Jira that no longer can is told by address alone. */
  @SuppressWarnings("deprecation")
  private String serverId() {
    try {
      return Objects.requireNonNullElse(properties.getPropertyValue(SERVER_ID), "");
    } catch (RuntimeException | LinkageError e) {
      log.debug("The server id cannot be told (%s)", e);
      return "";
    }
  }

  /** What is missing to tell a copy of this site for certain; empty when nothing is. */
  public Optional<Message> limitation() {
    return serverId().isBlank()
        ? Optional.of(Message.of("site-by-address-only"))
        : Optional.empty();
  }
}
