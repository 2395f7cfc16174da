package com.atlassian.sal.api.pluginsettings;

/** Small settings; values are strings, lists of strings, string maps or Properties. */
public interface PluginSettings {
  Object get(String key);

  Object put(String key, Object value);

  Object remove(String key);
}
