package org.oktasync.devkit.host.site;

import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.assets.AssetsOptions;

/**
 * What a host makes of its site when it starts. What is not given stays as it is stored.
 *
 * @param baseUrl the address that administrators gave the site; null for none
 * @param serverId null for none
 * @param seats what the licences allow, by the key of the application; -1 for no limit
 * @param without services that this Jira does not offer
 * @param assets whether and how it offers Assets
 */
public record SiteOptions(
    String baseUrl,
    String serverId,
    Map<String, Integer> seats,
    Set<Service> without,
    AssetsOptions assets) {

  /** A service that a Jira may be without. */
  public enum Service {
    /** The mail queue and the mail servers. */
    MAIL,
    /** The audit log. */
    AUDIT
  }

  /** Nothing given, and everything offered but Assets. */
  public static final SiteOptions NONE =
      new SiteOptions(null, null, Map.of(), Set.of(), AssetsOptions.OFF);

  /** Copies the collections. */
  public SiteOptions {
    seats = Map.copyOf(seats);
    without = Set.copyOf(without);
  }

  /** The same with another base URL. */
  public SiteOptions withBaseUrl(String value) {
    return new SiteOptions(value, serverId, seats, without, assets);
  }

  /** The same with another server id. */
  public SiteOptions withServerId(String value) {
    return new SiteOptions(baseUrl, value, seats, without, assets);
  }

  /** The same with other seats. */
  public SiteOptions withSeats(Map<String, Integer> value) {
    return new SiteOptions(baseUrl, serverId, value, without, assets);
  }

  /** The same without these services. */
  public SiteOptions without(Set<Service> value) {
    return new SiteOptions(baseUrl, serverId, seats, value, assets);
  }

  /** The same with another Assets. */
  public SiteOptions withAssets(AssetsOptions value) {
    return new SiteOptions(baseUrl, serverId, seats, without, value);
  }
}
