package com.atlassian.plugin;

import java.io.InputStream;
import java.net.URL;

/** An installed add-on. */
public interface Plugin extends Comparable<Plugin> {
  String getName();

  String getKey();

  PluginInformation getPluginInformation();

  <T> Class<T> loadClass(String name, Class<?> callingClass) throws ClassNotFoundException;

  ClassLoader getClassLoader();

  URL getResource(String name);

  InputStream getResourceAsStream(String name);
}
