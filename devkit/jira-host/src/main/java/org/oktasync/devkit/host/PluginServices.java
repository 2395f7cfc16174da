package org.oktasync.devkit.host;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.mail.Settings;
import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.templaterenderer.TemplateRenderer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.oktasync.devkit.host.ao.ActiveObjectsModule;
import org.oktasync.devkit.host.ao.AoDatabase;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.template.PluginTemplates;
import org.oktasync.devkit.jiraapi.HostSeams;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Offers the platform to bundles: shared services, and those that each add-on has for itself. */
final class PluginServices {
  private final Platform platform;
  private final AoDatabase aoDatabase;
  private final BundleContext system;
  private final Map<Bundle, ActiveObjectsModule> modules = new ConcurrentHashMap<>();

  PluginServices(Platform platform, AoDatabase aoDatabase, BundleContext system) {
    this.platform = platform;
    this.aoDatabase = aoDatabase;
    this.system = system;
  }

  /** Registers everything, and lets {@link ComponentAccessor} find it. */
  void register() {
    platform.services().forEach((type, service) -> register(type.getName(), service));
    register(ActiveObjects.class.getName(), new PerBundle(bundle -> modules.get(bundle).service()));
    register(
        TransactionTemplate.class.getName(),
        new PerBundle(bundle -> new Transactions(modules.get(bundle))));
    register(
        TemplateRenderer.class.getName(),
        new PerBundle(bundle -> new PluginTemplates(new InstalledPlugin(bundle).loader())));
    HostSeams.setComponents(this::find);
  }

  private void register(String name, Object service) {
    system.registerService(name, service, null);
  }

  private Object find(Class<?> type) {
    if (type == Settings.class) {
      // Jira has it for MailFactory, and not for add-ons to import.
      return platform.mail == null ? null : platform.mail.servers();
    }
    Object shared = platform.services().get(type);
    ServiceReference<?> exported = system.getServiceReference(type.getName());
    return shared != null || exported == null ? shared : system.getService(exported);
  }

  /** The Active Objects of an add-on, made before its Spring context asks for the service. */
  ActiveObjectsModule activeObjects(InstalledPlugin plugin) {
    return modules.computeIfAbsent(
        plugin.bundle(),
        bundle ->
            new ActiveObjectsModule(
                plugin, aoDatabase, platform.settings.createGlobalSettings(), platform.locks));
  }

  /** Forgets what was made for an add-on that is gone. */
  void forget(InstalledPlugin plugin) {
    modules.remove(plugin.bundle());
  }

  private record Transactions(ActiveObjectsModule module) implements TransactionTemplate {
    @Override
    public <T> T execute(TransactionCallback<T> callback) {
      return module.inTransaction(callback);
    }
  }

  private record PerBundle(Function<Bundle, Object> make) implements ServiceFactory<Object> {
    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
      return make.apply(bundle);
    }

    @Override
    public void ungetService(
        Bundle bundle, ServiceRegistration<Object> registration, Object service) {
      // Nothing to free.
    }
  }
}
