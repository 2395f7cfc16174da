package com.atlassian.plugin;

import java.util.Collection;

/** Installed add-ons and their state. */
public interface PluginAccessor {
  Collection<Plugin> getEnabledPlugins();

  Plugin getPlugin(String key);

  Plugin getEnabledPlugin(String key);

  boolean isPluginEnabled(String key);

  boolean isPluginModuleEnabled(String completeKey);
}
