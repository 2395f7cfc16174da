package org.oktasync.devkit.host.resource;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;

/** The {@code <web-resource>} modules of the enabled add-ons and their files. */
public final class WebResources {
  /** Modules of the library that every page has anyway. */
  private static final String AUI_PLUGIN = "com.atlassian.auiplugin:";

  private final Map<String, InstalledPlugin> plugins = new ConcurrentHashMap<>();

  /** Adds the modules of an add-on. */
  public void add(InstalledPlugin plugin) {
    plugins.put(plugin.key(), plugin);
  }

  /** Takes the modules of an add-on away. */
  public void remove(InstalledPlugin plugin) {
    plugins.remove(plugin.key());
  }

  /** The add-ons whose modules are here. */
  public Collection<InstalledPlugin> plugins() {
    return List.copyOf(plugins.values());
  }

  /**
   * The modules that a page needs, each after those it depends on.
   *
   * @throws IllegalArgumentException for a key that no enabled add-on declares
   */
  public List<String> closure(Collection<String> keys, Collection<String> contexts) {
    Set<String> ordered = new LinkedHashSet<>();
    for (String key : keys) {
      addWithDependencies(key, ordered, new LinkedHashSet<>());
    }
    for (InstalledPlugin plugin : plugins.values()) {
      for (PluginModule module : plugin.descriptor().modules("web-resource")) {
        if (module.texts("context").stream().anyMatch(contexts::contains)) {
          addWithDependencies(plugin.key() + ":" + module.key(), ordered, new LinkedHashSet<>());
        }
      }
    }
    return List.copyOf(ordered);
  }

  private void addWithDependencies(String key, Set<String> ordered, Set<String> path) {
    if (key.startsWith(AUI_PLUGIN) || ordered.contains(key)) {
      return;
    }
    if (!path.add(key)) {
      throw new IllegalArgumentException("Web resources depend on each other in a ring: " + path);
    }
    PluginModule module =
        module(key)
            .orElseThrow(
                () -> new IllegalArgumentException("No web resource " + key + " is enabled"));
    for (String dependency : module.texts("dependency")) {
      addWithDependencies(dependency, ordered, path);
    }
    path.remove(key);
    ordered.add(key);
  }

  private Optional<PluginModule> module(String key) {
    String[] parts = key.split(":", 2);
    InstalledPlugin plugin = plugins.get(parts[0]);
    if (plugin == null || parts.length < 2) {
      return Optional.empty();
    }
    return plugin.descriptor().modules("web-resource").stream()
        .filter(module -> module.key().equals(parts[1]))
        .findFirst();
  }

  /** The files of a module that end so, in the order of the descriptor, without folders. */
  public List<URL> files(String key, String suffix) {
    List<URL> files = new ArrayList<>();
    for (PluginModule resource : module(key).orElseThrow().children("resource")) {
      if (isDownload(resource) && resource.attribute("name").endsWith(suffix)) {
        file(key, resource.attribute("name")).ifPresent(files::add);
      }
    }
    return files;
  }

  /**
   * One file that a module, or the add-on itself, offers for download.
   *
   * @param key key of a module, or of the add-on for resources that stand outside of modules
   * @param name name of the file, or of a folder resource with the rest of the path
   */
  public Optional<URL> file(String key, String name) {
    InstalledPlugin plugin = plugins.get(key.split(":", 2)[0]);
    if (plugin == null || name.contains("..") || name.contains("\\")) {
      return Optional.empty();
    }
    List<PluginModule> resources =
        key.contains(":")
            ? module(key).map(module -> module.children("resource")).orElse(List.of())
            : plugin.descriptor().modules("resource");
    for (PluginModule resource : resources) {
      String offered = resource.attribute("name");
      boolean folder = offered.endsWith("/") && name.startsWith(offered);
      if (isDownload(resource) && (folder || offered.equals(name))) {
        String location =
            resource.attribute("location") + (folder ? name.substring(offered.length()) : "");
        return location.endsWith("/")
            ? Optional.empty()
            : Optional.ofNullable(plugin.bundle().getResource(location));
      }
    }
    return Optional.empty();
  }

  private static boolean isDownload(PluginModule resource) {
    return resource.attribute("type").equals("download");
  }
}
