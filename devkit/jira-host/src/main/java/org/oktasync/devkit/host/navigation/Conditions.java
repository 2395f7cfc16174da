package org.oktasync.devkit.host.navigation;

import com.atlassian.plugin.web.Condition;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.oktasync.devkit.host.plugin.InstalledPlugin;
import org.oktasync.devkit.host.plugin.PluginModule;
import org.oktasync.devkit.host.plugin.PluginStartException;
import org.oktasync.devkit.host.security.Accounts;

/** Evaluates the conditions of web fragments: Jira's own by name, an add-on's by its class. */
public final class Conditions {
  private static final String JIRA = "com.atlassian.jira.plugin.webfragment.conditions.";
  private static final Map<String, BiPredicate<Accounts, String>> BUILT_IN =
      Map.of(
          JIRA + "UserIsSysAdminCondition", Accounts::isSystemAdmin,
          JIRA + "UserIsAdminCondition", Accounts::isAdmin,
          JIRA + "UserLoggedInCondition", (accounts, name) -> true);

  private final Accounts accounts;

  /** Users are judged by these accounts. */
  public Conditions(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Looks whether every condition class of an add-on can be loaded by its bundle. Bundle tools do
   * not see classes that only the descriptor names, and Jira disables an add-on that lacks one.
   *
   * @throws PluginStartException naming the package to import
   */
  public void check(InstalledPlugin plugin) {
    Stream.of("web-item", "web-section", "web-panel")
        .flatMap(type -> plugin.descriptor().modules(type).stream())
        .flatMap(module -> all(module).stream())
        .forEach(condition -> load(plugin, condition.attribute("class")));
  }

  private static List<PluginModule> all(PluginModule element) {
    return Stream.concat(
            element.children("condition").stream(),
            element.children("conditions").stream().flatMap(group -> all(group).stream()))
        .toList();
  }

  private static void load(InstalledPlugin plugin, String name) {
    try {
      plugin.bundle().loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new PluginStartException(
          "The descriptor of "
              + plugin.key()
              + " names "
              + name
              + ", which the bundle cannot load; add its package to Import-Package",
          e);
    }
  }

  /** Whether the fragment is shown to the user; anonymous users see no fragment with conditions. */
  public boolean allow(InstalledPlugin plugin, PluginModule element, String user) {
    boolean any = element.attribute("type").equalsIgnoreCase("OR");
    Stream<Boolean> single =
        element.children("condition").stream().map(one -> test(plugin, one, user));
    Stream<Boolean> groups =
        element.children("conditions").stream().map(group -> allow(plugin, group, user));
    List<Boolean> results = Stream.concat(single, groups).toList();
    return any ? results.contains(true) : !results.contains(false);
  }

  private boolean test(InstalledPlugin plugin, PluginModule element, String user) {
    String name = element.attribute("class");
    BiPredicate<Accounts, String> builtIn = BUILT_IN.get(name);
    boolean holds;
    if (builtIn != null) {
      holds = user != null && builtIn.test(accounts, user);
    } else {
      Condition condition = plugin.create(name, Condition.class);
      condition.init(element.parameters());
      holds = condition.shouldDisplay(user == null ? Map.of() : Map.of("username", user));
    }
    return holds != Boolean.parseBoolean(element.attribute("invert"));
  }
}
