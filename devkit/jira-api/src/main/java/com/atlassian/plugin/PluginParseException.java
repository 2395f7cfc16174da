package com.atlassian.plugin;

/** A module's configuration cannot be read. */
public class PluginParseException extends PluginException {
  private static final long serialVersionUID = 1L;

  public PluginParseException() {}

  public PluginParseException(String message) {
    super(message);
  }

  public PluginParseException(Throwable cause) {
    super(cause);
  }

  public PluginParseException(String message, Throwable cause) {
    super(message, cause);
  }
}
