package org.oktasync.devkit.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.host.site.SiteOptions;
import org.oktasync.devkit.host.site.SiteOptions.Service;

/** Reads the options of {@link Host#main}. */
final class CommandLine {
  static final String USAGE =
      "Options: --port 2990 --home DIR --shared-home DIR --plugin JAR --strict|--lenient --node NAME"
          + " --db JDBC-URL --db-user NAME --db-password TEXT --no-script-policy"
          + " --base-url URL --server-id ID --seats APPLICATION=N --without mail|audit"
          + " --assets off|on|strict --assets-without-roles --assets-limit N";

  private final Deque<String> words;
  private int port = 2990;
  private Path home = Path.of("target/jira-home");
  private Path shared;
  private Path plugin;
  private boolean strict = true;
  private String node;
  private boolean scriptPolicy = true;
  private String url;
  private String user = "jira";
  private String password = "";
  private String baseUrl;
  private String serverId;
  private final Map<String, Integer> seats = new HashMap<>();
  private final Set<Service> without = EnumSet.noneOf(Service.class);
  private AssetsOptions assets = AssetsOptions.OFF;
  private boolean roleCalls = true;
  private int objectLimit = AssetsOptions.UNLIMITED;

  private CommandLine(String[] args) {
    words = new ArrayDeque<>(List.of(args));
  }

  /**
   * The options that the words name.
   *
   * @throws IllegalArgumentException for an unknown option or a missing value, naming it
   */
  static HostOptions parse(String... args) {
    CommandLine line = new CommandLine(args);
    while (!line.words.isEmpty()) {
      line.take(line.words.pop());
    }
    return line.finish();
  }

  private void take(String name) {
    switch (name) {
      case "--port" -> port = Integer.parseInt(value(name));
      case "--home" -> home = Path.of(value(name));
      case "--shared-home" -> shared = Path.of(value(name));
      case "--plugin" -> plugin = Path.of(value(name));
      case "--strict" -> strict = true;
      case "--lenient" -> strict = false;
      case "--node" -> node = value(name);
      case "--db" -> url = value(name);
      case "--db-user" -> user = value(name);
      case "--db-password" -> password = value(name);
      case "--no-script-policy" -> scriptPolicy = false;
      case "--base-url" -> baseUrl = value(name);
      case "--server-id" -> serverId = value(name);
      case "--seats" -> takeSeats(value(name));
      case "--without" -> without.add(Service.valueOf(value(name).toUpperCase(Locale.ROOT)));
      case "--assets" -> assets = assets(value(name));
      case "--assets-without-roles" -> roleCalls = false;
      case "--assets-limit" -> objectLimit = Integer.parseInt(value(name));
      default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
    }
  }

  private static AssetsOptions assets(String value) {
    return switch (value) {
      case "off" -> AssetsOptions.OFF;
      case "on" -> AssetsOptions.ON;
      case "strict" -> AssetsOptions.STRICT;
      default -> throw new IllegalArgumentException("Assets is off, on or strict. " + USAGE);
    };
  }

  private void takeSeats(String value) {
    String[] parts = value.split("=", 2);
    if (parts.length < 2 || !parts[1].matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException("Seats are given as jira-software=50. " + USAGE);
    }
    seats.put(parts[0], Integer.valueOf(parts[1]));
  }

  private HostOptions finish() {
    HostOptions options =
        HostOptions.in(home)
            .withPort(port)
            .withStrict(strict)
            .withNodeId(node)
            .withScriptPolicy(scriptPolicy)
            .withSite(
                new SiteOptions(
                    baseUrl,
                    serverId,
                    seats,
                    without,
                    assets.withRoleCalls(roleCalls).withObjectLimit(objectLimit)));
    options = shared == null ? options : options.withSharedHome(shared);
    options = plugin == null ? options : options.withPlugin(plugin);
    return url == null ? options : options.withDatabase(new DatabaseSettings(url, user, password));
  }

  private String value(String name) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("Option " + name + " needs a value. " + USAGE);
    }
    return words.pop();
  }
}
