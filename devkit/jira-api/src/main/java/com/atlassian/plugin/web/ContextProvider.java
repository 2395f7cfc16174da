package com.atlassian.plugin.web;

import com.atlassian.plugin.PluginParseException;
import java.util.Map;

/** Adds values to the context of a fragment. */
public interface ContextProvider {
  void init(Map<String, String> parameters) throws PluginParseException;

  Map<String, Object> getContextMap(Map<String, Object> context);
}
