package org.oktasync.devkit.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.oktasync.devkit.host.data.DatabaseSettings;

/** Reads the options of {@link Host#main}. */
final class CommandLine {
  static final String USAGE =
      "Options: --port 2990 --home DIR --shared-home DIR --plugin JAR --strict|--lenient --node NAME"
          + " --db JDBC-URL --db-user NAME --db-password TEXT --no-script-policy";

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
      default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
    }
  }

  private HostOptions finish() {
    HostOptions options =
        HostOptions.in(home)
            .withPort(port)
            .withStrict(strict)
            .withNodeId(node)
            .withScriptPolicy(scriptPolicy);
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
