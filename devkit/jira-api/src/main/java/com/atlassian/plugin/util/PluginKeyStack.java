package com.atlassian.plugin.util;

/** Which add-on is at work on this thread; Active Objects asks it. Here nobody is ever named. */
public final class PluginKeyStack {
  private PluginKeyStack() {}

  public static String getFirstPluginKey() {
    return null;
  }
}
