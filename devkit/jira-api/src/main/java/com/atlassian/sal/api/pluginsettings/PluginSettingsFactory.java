package com.atlassian.sal.api.pluginsettings;

/** Opens settings by name space or the global ones. */
public interface PluginSettingsFactory {
  PluginSettings createSettingsForKey(String namespace);

  PluginSettings createGlobalSettings();
}
