package com.atlassian.plugin;

import java.util.Map;

/** Version and origin of an add-on. */
public class PluginInformation {
  private final String version;
  private final String description;
  private final String vendorName;
  private final Map<String, String> parameters;

  PluginInformation(
      String version, String description, String vendorName, Map<String, String> parameters) {
    this.version = version;
    this.description = description;
    this.vendorName = vendorName;
    this.parameters = Map.copyOf(parameters);
  }

  public String getVersion() {
    return version;
  }

  public String getDescription() {
    return description;
  }

  public String getVendorName() {
    return vendorName;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }
}
