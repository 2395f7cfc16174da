package org.oktasync.devkit.host.plugin;

/** A class that a descriptor names could not be loaded or built. */
public final class ModuleClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModuleClassException(String className, String pluginKey, Throwable cause) {
    super(
        "Cannot make "
            + className
            + " of "
            + pluginKey
            + ". Is it in the add-on or in an imported package, and has it one constructor whose"
            + " arguments are beans?",
        cause);
  }
}
