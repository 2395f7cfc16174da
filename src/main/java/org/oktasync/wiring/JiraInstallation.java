package org.oktasync.wiring;

import com.atlassian.jira.cluster.Node;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.Manifest;
import org.oktasync.control.SyncLog;
import org.oktasync.record.Tables;
import org.oktasync.support.Installation;

/** This Jira and this node. What cannot be told is {@code unknown}. */
final class JiraInstallation implements Installation {
  private static final String UNKNOWN = "unknown";

  private final ComponentImports jira;
  private final Tables tables;
  private final String node;
  private final SyncLog log;

  JiraInstallation(ComponentImports jira, Tables tables, String node, SyncLog log) {
    this.jira = jira;
    this.tables = tables;
    this.node = node;
    this.log = log;
  }

  @Override
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("addOn", told("add-on", JiraInstallation::addOn));
    versions.put("jira", told("Jira", jira.properties::getVersion));
    versions.put("jiraBuild", told("Jira's build", jira.properties::getBuildNumber));
    versions.put("java", System.getProperty("java.version", UNKNOWN));
    versions.put("javaMaker", System.getProperty("java.vendor", UNKNOWN));
    versions.put("system", System.getProperty("os.name", UNKNOWN));
    versions.put("database", told("database", tables::database));
    return versions;
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public List<String> liveNodes() {
    if (!jira.cluster.isClustered()) {
      return List.of(node);
    }
    try {
      return jira.cluster.findLiveNodes().stream().map(Node::getNodeId).sorted().toList();
    } catch (RuntimeException | LinkageError e) {
      log.warn(e, "The nodes of the cluster cannot be told");
      return List.of(node);
    }
  }

  private String told(String what, Supplier<String> version) {
    try {
      String told = version.get();
      return told == null ? UNKNOWN : told;
    } catch (RuntimeException | LinkageError e) {
      log.warn(e, "The version of the %s cannot be told", what);
      return UNKNOWN;
    }
  }

  private static String addOn() {
    try (InputStream manifest =
        JiraInstallation.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return manifest == null
          ? null
          : new Manifest(manifest).getMainAttributes().getValue("Bundle-Version");
    } catch (IOException e) {
      throw new IllegalStateException("the manifest of the add-on cannot be read", e);
    }
  }
}
