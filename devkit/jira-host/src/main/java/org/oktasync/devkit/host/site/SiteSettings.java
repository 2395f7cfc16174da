package org.oktasync.devkit.host.site;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/** The settings of the whole site, kept where Jira keeps its application properties. */
public final class SiteSettings {
  private static final String BASE_URL = "jira.baseurl";
  private static final String SERVER_ID = "jira.sid.key";
  private static final String SENDING_DISABLED = "jira.mail.send.disabled";
  private static final String NO_SMTP = "devkit.smtp.absent";

  private final PluginSettings properties;
  private final String address;

  /**
   * Gives a new site its server id, and stores what the options say.
   *
   * @param properties the global settings of the database
   * @param address where this node answers, with the context path and without a slash at the end
   */
  public SiteSettings(PluginSettings properties, String address, SiteOptions options) {
    this.properties = properties;
    this.address = address;
    if (serverId() == null) {
      properties.put(SERVER_ID, newServerId());
    }
    if (options.baseUrl() != null) {
      setBaseUrl(options.baseUrl());
    }
    if (options.serverId() != null) {
      setServerId(options.serverId());
    }
  }

  /** Four times four letters and digits, as Jira's licences name a server. */
  private static String newServerId() {
    String random = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    return "B" + random.substring(0, 15).replaceAll("(.{3})(.{4})(.{4})(.{4})", "$1-$2-$3-$4");
  }

  /** Where this node answers. */
  public String address() {
    return address;
  }

  /** The address that an administrator gave the site; before that, where this node answers. */
  public String baseUrl() {
    String stored = property(BASE_URL);
    return stored == null ? address : stored;
  }

  /**
   * Gives the site another address, as on a copy of it.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public void setBaseUrl(String value) {
    String text = value.strip().replaceAll("/+$", "");
    URI uri = URI.create(text);
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("The base URL begins with http:// or https://: " + value);
    }
    properties.put(BASE_URL, text);
  }

  /** What the site is called by its licences; null only before it has one. */
  public String serverId() {
    return property(SERVER_ID);
  }

  /**
   * Gives the site another server id, as on a copy of it.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public void setServerId(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A server id is not empty");
    }
    properties.put(SERVER_ID, value.strip());
  }

  /** Whether an administrator has defined a server for outgoing mail; a new site has one. */
  public boolean hasSmtpServer() {
    return property(NO_SMTP) == null;
  }

  /** Defines the server, or removes it. */
  public void setSmtpServer(boolean defined) {
    properties.put(NO_SMTP, defined ? null : "true");
  }

  /** Whether an administrator has switched the sending of mail off; the queue then waits. */
  public boolean isSendingDisabled() {
    return Boolean.parseBoolean(property(SENDING_DISABLED));
  }

  /** Switches the sending of mail off or on. */
  public void setSendingDisabled(boolean disabled) {
    properties.put(SENDING_DISABLED, Boolean.toString(disabled));
  }

  /** Any property of the site; null when it is not set or no text. */
  public String property(String key) {
    return properties.get(key) instanceof String text ? text : null;
  }
}
