package org.oktasync.devkit.host.rest;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Path;
import javax.ws.rs.ext.Provider;
import org.glassfish.hk2.api.Injectee;
import org.glassfish.hk2.api.JustInTimeInjectionResolver;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginStartException;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.XsrfTokens;
import org.osgi.framework.wiring.BundleWiring;

/**
 * One {@code <rest>} module: the resources and providers in its packages, made by Jersey with
 * constructor arguments from the add-on's Spring context. Classes in nested jars are not found, as
 * in Jira.
 */
final class RestApplication extends ResourceConfig {

  /**
   * @param packages where to look, with everything below; none means the whole bundle
   * @throws PluginStartException when no resource is found
   */
  RestApplication(
      InstalledPlugin plugin, List<String> packages, Accounts accounts, XsrfTokens tokens) {
    Set<Class<?>> found = scan(plugin, packages.isEmpty() ? List.of("") : packages);
    if (found.stream().noneMatch(type -> type.isAnnotationPresent(Path.class))) {
      throw new PluginStartException("No REST resource in " + packages + " of " + plugin.key());
    }
    registerClasses(found);
    register(JacksonFeature.class);
    register(new RestGuard(accounts, tokens));
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    register(
        new AbstractContainerLifecycleListener() {
          @Override
          public void onStartup(Container container) {
            ServiceLocator locator =
                container
                    .getApplicationHandler()
                    .getInjectionManager()
                    .getInstance(ServiceLocator.class);
            ServiceLocatorUtilities.addOneConstant(
                locator, new SpringBeans(plugin, locator), null, JustInTimeInjectionResolver.class);
          }
        });
  }

  private static Set<Class<?>> scan(InstalledPlugin plugin, List<String> packages) {
    Set<Class<?>> found = new LinkedHashSet<>();
    BundleWiring wiring = plugin.bundle().adapt(BundleWiring.class);
    int options = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;
    for (String name : packages) {
      for (String file : wiring.listResources(name.replace('.', '/'), "*.class", options)) {
        // Only classes of the bundle itself: an entry exists for those, not for nested jars.
        if (plugin.bundle().getEntry(file) != null) {
          Class<?> type = load(plugin, file);
          if (type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class)) {
            found.add(type);
          }
        }
      }
    }
    return found;
  }

  private static Class<?> load(InstalledPlugin plugin, String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return plugin.bundle().loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new PluginStartException("Cannot load " + name + " of " + plugin.key(), e);
    }
  }

  /** Lets Jersey find constructor arguments among the add-on's beans. */
  private record SpringBeans(InstalledPlugin plugin, ServiceLocator locator)
      implements JustInTimeInjectionResolver {
    @Override
    public boolean justInTimeResolution(Injectee injectee) {
      Type type = injectee.getRequiredType();
      if (!(type instanceof Class<?> wanted)) {
        return false;
      }
      Map<?, ?> beans = plugin.beansOf(wanted);
      if (beans.size() != 1) {
        return false;
      }
      ServiceLocatorUtilities.addOneConstant(locator, beans.values().iterator().next(), null, type);
      return true;
    }
  }
}
