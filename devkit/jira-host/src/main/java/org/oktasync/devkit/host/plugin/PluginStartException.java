package org.oktasync.devkit.host.plugin;

/** An add-on could not be started; the message names the cause. */
public final class PluginStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the cause in words. */
  public PluginStartException(String message) {
    super(message);
  }

  /** With the cause in words and its origin. */
  public PluginStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
