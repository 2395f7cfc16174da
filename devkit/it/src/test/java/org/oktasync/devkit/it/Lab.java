package org.oktasync.devkit.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.HostOptions;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.host.site.SiteOptions;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.Options;
import org.oktasync.devkit.oktaorg.User;
import org.oktasync.devkit.oktaorg.UserStatus;

/** The built add-on in the Jira stand-in, and an organisation beside it. */
final class Lab extends Site implements AutoCloseable {
  Host host;
  private HostOptions options;

  /**
   * @param words the organisation's options, for example {@code --users 50 --clean}
   */
  Lab(String... words) throws Exception {
    this(true, words);
  }

  /**
   * @param strict whether directories follow the strict reading where evidence of Jira is old
   */
  Lab(boolean strict, String... words) throws Exception {
    this(strict, Clock.systemUTC(), words);
  }

  /**
   * @param clock the clock of Jira's scheduler, locks and directories; the add-on has its own
   */
  Lab(boolean strict, Clock clock, String... words) throws Exception {
    super(organisation(words));
    options =
        HostOptions.in(temporaryFolder())
            .withPlugin(Path.of(System.getProperty("addon.jar")))
            .withStrict(strict)
            .withClock(clock);
    start();
  }

  /** With Assets beside. */
  Lab(AssetsOptions assets, String... words) throws Exception {
    this(assets, Clock.systemUTC(), words);
  }

  /**
   * With Assets beside.
   *
   * @param clock the clock of Jira's scheduler, locks and directories; the add-on has its own
   */
  Lab(AssetsOptions assets, Clock clock, String... words) throws Exception {
    super(organisation(words));
    options =
        HostOptions.in(temporaryFolder())
            .withPlugin(Path.of(System.getProperty("addon.jar")))
            .withClock(clock)
            .withSite(SiteOptions.NONE.withAssets(assets));
    start();
  }

  private void start() throws Exception {
    host = Host.start(options);
    answersAt(host.baseUrl());
    // A site whose address changes counts as a copy.
    options = options.withPort(URI.create(host.baseUrl()).getPort());
  }

  /** Jira is stopped and started again on the same data. */
  void restart() throws Exception {
    host.close();
    start();
  }

  /** Jira's home folder. */
  Path home() {
    return options.home();
  }

  /** Somebody new in the organisation, active, with a login and an address by their name. */
  User joins(String name) {
    String login = name + "@larkfield.example";
    Map<String, Object> profile =
        Map.of("login", login, "email", login, "firstName", name, "lastName", "Person");
    return okta.directory().importUser(profile, UserStatus.ACTIVE);
  }

  /** An organisation on a free port. */
  static OktaOrg organisation(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--port", "0"));
    return OktaOrg.start(Options.of(all.toArray(new String[0])));
  }

  static Path temporaryFolder() throws IOException {
    return Files.createTempDirectory("okta-sync-it");
  }

  @Override
  public void close() throws Exception {
    host.close();
    okta.close();
    deleteFolder(options.home());
  }

  /** Deletes from the leaves up. */
  static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
