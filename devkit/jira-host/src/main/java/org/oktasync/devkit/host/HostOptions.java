package org.oktasync.devkit.host;

import java.nio.file.Path;
import java.time.Clock;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.site.SiteOptions;

/**
 * How one node of the stand-in is set up.
 *
 * @param port port on 127.0.0.1; 0 takes a free one
 * @param home folder of this node; created when absent
 * @param sharedHome folder that all nodes of a cluster see; without a cluster the same as home
 * @param plugin the add-on's jar, or its exploded folder; null starts the host alone
 * @param strict whether directories follow the strict reading where evidence of Jira is old
 * @param nodeId name of this node in its cluster; null without a cluster
 * @param database where everything is stored
 * @param clock the clock of scheduler, locks and directories
 * @param scriptPolicy whether pages forbid inline script by Content-Security-Policy
 * @param site what the site is made of
 */
public record HostOptions(
    int port,
    Path home,
    Path sharedHome,
    Path plugin,
    boolean strict,
    String nodeId,
    DatabaseSettings database,
    Clock clock,
    boolean scriptPolicy,
    SiteOptions site) {

  /** A strict Jira without a cluster on a free port with an H2 file below the home folder. */
  public static HostOptions in(Path home) {
    Path absolute = home.toAbsolutePath();
    return new HostOptions(
        0,
        absolute,
        absolute,
        null,
        true,
        null,
        DatabaseSettings.fileIn(absolute),
        Clock.systemUTC(),
        true,
        SiteOptions.NONE);
  }

  /** The name by which locks and logs know this node. */
  public String nodeName() {
    return nodeId == null ? "single" : nodeId;
  }

  /** The same with another port; 0 takes a free one. */
  public HostOptions withPort(int value) {
    return new HostOptions(
        value, home, sharedHome, plugin, strict, nodeId, database, clock, scriptPolicy, site);
  }

  /** The same with a home that all nodes see. */
  public HostOptions withSharedHome(Path value) {
    return new HostOptions(
        port,
        home,
        value.toAbsolutePath(),
        plugin,
        strict,
        nodeId,
        database,
        clock,
        scriptPolicy,
        site);
  }

  /** The same with an add-on, a jar or an exploded folder. */
  public HostOptions withPlugin(Path value) {
    return new HostOptions(
        port, home, sharedHome, value, strict, nodeId, database, clock, scriptPolicy, site);
  }

  /** The same with the strict or the lenient reading of old evidence. */
  public HostOptions withStrict(boolean value) {
    return new HostOptions(
        port, home, sharedHome, plugin, value, nodeId, database, clock, scriptPolicy, site);
  }

  /** The same as a node of a cluster. */
  public HostOptions withNodeId(String value) {
    return new HostOptions(
        port, home, sharedHome, plugin, strict, value, database, clock, scriptPolicy, site);
  }

  /** The same on another database. */
  public HostOptions withDatabase(DatabaseSettings value) {
    return new HostOptions(
        port, home, sharedHome, plugin, strict, nodeId, value, clock, scriptPolicy, site);
  }

  /** The same with another clock. */
  public HostOptions withClock(Clock value) {
    return new HostOptions(
        port, home, sharedHome, plugin, strict, nodeId, database, value, scriptPolicy, site);
  }

  /** The same with or without the Content-Security-Policy header. */
  public HostOptions withScriptPolicy(boolean value) {
    return new HostOptions(
        port, home, sharedHome, plugin, strict, nodeId, database, clock, value, site);
  }

  /** The same with another site. */
  public HostOptions withSite(SiteOptions value) {
    return new HostOptions(
        port, home, sharedHome, plugin, strict, nodeId, database, clock, scriptPolicy, value);
  }
}
