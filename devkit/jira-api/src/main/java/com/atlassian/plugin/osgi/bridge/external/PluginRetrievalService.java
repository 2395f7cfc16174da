package com.atlassian.plugin.osgi.bridge.external;

import com.atlassian.plugin.Plugin;

/** The add-on that asks, without knowing its key. */
public interface PluginRetrievalService {
  Plugin getPlugin();
}
