package org.oktasync.devkit.host.navigation;

import com.atlassian.sal.api.message.I18nResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;
import org.oktasync.devkit.host.web.HostPage;

/** The tabs of the administration, their sections and links. */
public final class AdminMenu {
  /**
   * A tab.
   *
   * @param key the menu's key, the first part of the sections' keys
   */
  public record Tab(String key, String label) {}

  /**
   * A link of a section.
   *
   * @param path below the context, or an absolute address
   */
  public record Item(String key, String label, String path, int weight) {}

  /** A section with the links that the user may see. */
  public record Section(String key, String label, int weight, List<Item> items) {}

  private static final List<Tab> TABS =
      List.of(
          new Tab("admin_applications_menu", "Applications"),
          new Tab("admin_project_menu", "Projects"),
          new Tab("admin_issues_menu", "Issues"),
          new Tab("admin_plugins_menu", "Manage apps"),
          new Tab("admin_users_menu", "User management"),
          new Tab("admin_system_menu", "System"));

  /** Jira's own sections that add-ons and the host's pages put links into. */
  private static final Map<String, String> JIRA_SECTIONS =
      Map.of(
          "admin_users_menu/users_groups_section", "User management",
          "admin_users_menu/users_groups_configuration", "User directories",
          "admin_plugins_menu/plugins_menu_section", "Atlassian Marketplace",
          "admin_system_menu/top_system_section", "System support");

  private final Conditions conditions;
  private final I18nResolver texts;
  private final List<HostPage> pages;
  private final Map<String, InstalledPlugin> plugins = new ConcurrentHashMap<>();

  /**
   * @param pages the host's own pages
   */
  public AdminMenu(Conditions conditions, I18nResolver texts, List<HostPage> pages) {
    this.conditions = conditions;
    this.texts = texts;
    this.pages = pages;
  }

  /** Adds the fragments of an add-on. */
  public void add(InstalledPlugin plugin) {
    conditions.check(plugin);
    plugins.put(plugin.key(), plugin);
  }

  /** Takes the fragments of an add-on away. */
  public void remove(InstalledPlugin plugin) {
    plugins.remove(plugin.key());
  }

  /** The tabs in Jira's order. */
  public List<Tab> tabs() {
    return TABS;
  }

  /** The sections of a tab that hold a link for the user, by weight. */
  public List<Section> sections(String tab, String user) {
    List<Section> sections = new ArrayList<>();
    JIRA_SECTIONS.forEach(
        (key, label) -> {
          if (key.startsWith(tab + "/")) {
            sections.add(new Section(key, label, 0, items(key, user)));
          }
        });
    for (InstalledPlugin plugin : plugins.values()) {
      for (PluginModule module : plugin.descriptor().modules("web-section")) {
        if (module.attribute("location").equals(tab) && conditions.allow(plugin, module, user)) {
          String key = tab + "/" + module.key();
          sections.add(new Section(key, label(module), module.weight(), items(key, user)));
        }
      }
    }
    sections.removeIf(section -> section.items().isEmpty());
    sections.sort(Comparator.comparingInt(Section::weight).thenComparing(Section::key));
    return sections;
  }

  private List<Item> items(String section, String user) {
    List<Item> items = new ArrayList<>();
    for (HostPage page : pages) {
      if (page.sectionKey().equals(section)) {
        items.add(new Item(page.path(), page.title(), page.path(), items.size()));
      }
    }
    for (InstalledPlugin plugin : plugins.values()) {
      for (PluginModule module : plugin.descriptor().modules("web-item")) {
        if (module.attribute("section").equals(section) && conditions.allow(plugin, module, user)) {
          String path = String.join("", module.texts("link"));
          items.add(new Item(module.key(), label(module), path, module.weight()));
        }
      }
    }
    items.sort(Comparator.comparingInt(Item::weight));
    return items;
  }

  private String label(PluginModule module) {
    return module.children("label").stream()
        .map(label -> texts.getText(label.attribute("key")))
        .findFirst()
        .orElse(module.key());
  }
}
