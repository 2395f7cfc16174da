package org.oktasync.devkit.host.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oktasync.devkit.host.scanner.ContextFailures;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * An add-on in the host: its bundle, its descriptor and its Spring context. Spring's classes live
 * inside OSGi, so the context is reached by reflection.
 */
public final class InstalledPlugin {
  private static final long CONTEXT_SECONDS = 60;
  private static final int AUTOWIRE_CONSTRUCTOR = 3;
  private static final Pattern PACKAGE =
      Pattern.compile("\\(" + PackageNamespace.PACKAGE_NAMESPACE + "=([^)]+)\\)");

  private final Bundle bundle;
  private final PluginDescriptor descriptor;
  private volatile CompletableFuture<Object> context = new CompletableFuture<>();

  /** Reads the descriptor; the bundle need not be started. */
  public InstalledPlugin(Bundle bundle) {
    this.bundle = bundle;
    descriptor = PluginDescriptor.of(bundle);
  }

  /** The OSGi bundle. */
  public Bundle bundle() {
    return bundle;
  }

  /** The module descriptor. */
  public PluginDescriptor descriptor() {
    return descriptor;
  }

  /** The key of the add-on. */
  public String key() {
    return descriptor.key();
  }

  /** The class loader of the started bundle. */
  public ClassLoader loader() {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  /**
   * Starts the bundle and waits for its Spring context.
   *
   * @throws PluginStartException naming the cause: an import that does not resolve, a service that
   *     the host does not offer, a bean that cannot be built
   */
  public void start(BundleContext system) {
    context = new CompletableFuture<>();
    // The host sees another copy of Spring's classes, so it must ask for services of any type.
    AllServiceListener listener = event -> takeContext(system, event);
    try {
      system.addServiceListener(listener, contextFilter());
      bundle.start();
      context.get(CONTEXT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new PluginStartException(
          "No Spring context of " + key() + "; the log says which bean or service is at fault", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PluginStartException("Interrupted while " + key() + " was starting", e);
    } catch (ExecutionException | org.osgi.framework.BundleException | InvalidSyntaxException e) {
      throw new PluginStartException("Cannot start " + key() + ": " + e.getMessage(), e);
    } finally {
      system.removeServiceListener(listener);
    }
  }

  private String contextFilter() {
    String name = bundle.getSymbolicName();
    return "(|(&(objectClass=org.springframework.context.ApplicationContext)"
        + "(org.springframework.context.service.name=%s))(%s=%s))"
            .formatted(name, ContextFailures.BUNDLE, name);
  }

  private void takeContext(BundleContext system, ServiceEvent event) {
    if (event.getType() == ServiceEvent.REGISTERED) {
      Object service = system.getService(event.getServiceReference());
      if (service instanceof Throwable failure) {
        context.completeExceptionally(failure);
      } else {
        context.complete(service);
      }
    }
  }

  /**
   * Makes a module class with constructor arguments from the add-on's Spring context, as the
   * product does for the classes that a descriptor names.
   *
   * @throws ModuleClassException when the class is missing or cannot be built
   */
  public <T> T create(String className, Class<T> type) {
    try {
      Object spring = context.getNow(null);
      Object factory = spring.getClass().getMethod("getAutowireCapableBeanFactory").invoke(spring);
      Object made =
          factory
              .getClass()
              .getMethod("createBean", Class.class, int.class, boolean.class)
              .invoke(factory, bundle.loadClass(className), AUTOWIRE_CONSTRUCTOR, false);
      return type.cast(made);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ModuleClassException(className, key(), e);
    }
  }

  /** The beans of a type in the add-on's context, by name. */
  public Map<?, ?> beansOf(Class<?> type) {
    try {
      Object spring = context.getNow(null);
      return (Map<?, ?>)
          spring.getClass().getMethod("getBeansOfType", Class.class).invoke(spring, type);
    } catch (ReflectiveOperationException e) {
      throw new ModuleClassException(type.getName(), key(), e);
    }
  }

  /** The services of a type that the bundle has registered. */
  public <T> List<T> services(Class<T> type) {
    ServiceReference<?>[] references = bundle.getRegisteredServices();
    if (references == null) {
      return List.of();
    }
    return List.of(references).stream()
        .filter(r -> List.of((String[]) r.getProperty("objectClass")).contains(type.getName()))
        .map(r -> type.cast(bundle.getBundleContext().getService(r)))
        .toList();
  }

  /**
   * The optional package imports that found no exporter. Each is a class that will be missing at
   * run time, so a test compares this list with the few that are known to be dispensable.
   */
  public Set<String> unwiredOptionalImports() {
    Set<String> unwired = new TreeSet<>();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    for (BundleRequirement need :
        revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
      Matcher matcher = PACKAGE.matcher(need.getDirectives().get("filter"));
      if (matcher.find()) {
        unwired.add(matcher.group(1));
      }
    }
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
      unwired.remove(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }
    return unwired;
  }
}
