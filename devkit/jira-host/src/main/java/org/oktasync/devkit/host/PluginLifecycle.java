package org.oktasync.devkit.host;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.servlet.ServletException;
import org.oktasync.devkit.host.osgi.OsgiFramework;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginStartException;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, enables and disables the add-on in the order of the product. */
final class PluginLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PluginLifecycle.class);

  private final OsgiFramework osgi;
  private final Platform platform;
  private final PluginServices services;
  private final WebSite site;

  PluginLifecycle(OsgiFramework osgi, Platform platform, PluginServices services, WebSite site) {
    this.osgi = osgi;
    this.platform = platform;
    this.services = services;
    this.site = site;
  }

  InstalledPlugin install(Path jarOrFolder) throws BundleException {
    return new InstalledPlugin(osgi.install(jarOrFolder));
  }

  /**
   * Starts the bundle, its Spring context, its tables and its modules, then tells it that all is
   * up. A failure leaves the add-on disabled.
   *
   * @throws PluginStartException naming the cause
   */
  void enable(InstalledPlugin plugin) {
    requireServices(plugin);
    try {
      platform.texts.add(plugin);
      services.activeObjects(plugin);
      plugin.start(osgi.context());
      services.activeObjects(plugin).enable();
      site.add(plugin);
      plugin.services(LifecycleAware.class).forEach(LifecycleAware::onStart);
    } catch (RuntimeException | ServletException e) {
      drop(plugin);
      throw e instanceof PluginStartException known
          ? known
          : new PluginStartException("Cannot enable " + plugin.key() + ": " + e.getMessage(), e);
    }
  }

  /** Tells the add-on to stop, then takes its modules, its tables and its bundle out of service. */
  void disable(InstalledPlugin plugin) {
    for (LifecycleAware part : plugin.services(LifecycleAware.class)) {
      try {
        part.onStop();
      } catch (RuntimeException e) {
        log.error("{} failed to stop", part.getClass().getName(), e);
      }
    }
    drop(plugin);
  }

  private void drop(InstalledPlugin plugin) {
    site.remove(plugin);
    platform.texts.remove(plugin);
    services.activeObjects(plugin).disable();
    services.forget(plugin);
    try {
      plugin.bundle().stop();
    } catch (BundleException e) {
      throw new IllegalStateException("Cannot stop the bundle of " + plugin.key(), e);
    }
  }

  /** Gemini would wait for a service for minutes; the index files tell at once which is missing. */
  private void requireServices(InstalledPlugin plugin) {
    for (String file : List.of("imports", "imports-jira")) {
      URL index = plugin.bundle().getEntry("META-INF/plugin-components/" + file);
      for (String line : index == null ? List.<String>of() : lines(index)) {
        String type = line.split("#", 2)[0].trim();
        if (!type.isEmpty() && osgi.context().getServiceReference(type) == null) {
          throw new PluginStartException(
              plugin.key()
                  + " imports the service "
                  + type
                  + ", which the stand-in does not offer");
        }
      }
    }
  }

  private static List<String> lines(URL file) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new PluginStartException("Cannot read " + file, e);
    }
  }
}
