package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.HostOptions;
import org.oktasync.devkit.oktaorg.OktaOrg;
import org.oktasync.devkit.oktaorg.Options;

/** The built add-on in the Jira stand-in, and an organisation beside it. */
final class Lab implements AutoCloseable {
  final OktaOrg okta;
  Host host;
  Rest rest;
  JiraView jira;
  private final HostOptions options;

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
    okta = OktaOrg.start(Options.of(withFreePort(words)));
    options =
        HostOptions.in(temporaryFolder())
            .withPlugin(Path.of(System.getProperty("addon.jar")))
            .withStrict(strict);
    start();
  }

  private void start() throws Exception {
    host = Host.start(options);
    rest = new Rest(host.baseUrl(), "admin", "admin");
    jira = new JiraView(rest);
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

  private static String[] withFreePort(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--port";
    all[words.length + 1] = "0";
    return all;
  }

  static Path temporaryFolder() throws IOException {
    Path folder = Files.createTempDirectory("okta-sync-it");
    return folder;
  }

  /** Makes a connection to the organisation, with a directory of its own; answers its id. */
  long connect() {
    return connect(okta.baseUrl(), okta.token(), "{\"create\":\"Okta users\"}");
  }

  /** Makes a connection; {@code directory} as in the REST interface. */
  long connect(String baseUrl, String token, String directory) {
    return connectAs("Lab", baseUrl, token, directory);
  }

  /** Makes a connection of this name. */
  long connectAs(String name, String baseUrl, String token, String directory) {
    String body =
        "{\"name\":\"%s\",\"baseUrl\":\"%s\",\"auth\":{\"method\":\"api-token\",\"token\":\"%s\"},\"directory\":%s}"
            .formatted(name, baseUrl, token, directory);
    return rest.post("/connections", body).expect(201).path("id").asLong();
  }

  /** Does a sync to its end. */
  JsonNode sync(long connection) {
    return await(start(connection, false));
  }

  /** Does a dry run to its end. */
  JsonNode dryRun(long connection) {
    return await(start(connection, true));
  }

  /** Does a run that looks at what changed to its end. */
  JsonNode incremental(long connection) {
    String path = "/connections/" + connection + "/runs";
    String body = "{\"mode\":\"incremental\"}";
    return await(rest.post(path, body).expect(202).path("id").asLong());
  }

  /** Starts a run; answers its id. */
  long start(long connection, boolean dryRun) {
    String path = "/connections/" + connection + "/runs";
    return rest.post(path, "{\"dryRun\":" + dryRun + "}").expect(202).path("id").asLong();
  }

  /** Waits for the end of a run. */
  JsonNode await(long run) {
    return Await.until(
        "the end of run " + run,
        () -> rest.get("/runs/" + run).expect(200),
        found -> !found.path("state").asText().equals("RUNNING"));
  }

  @Override
  public void close() throws Exception {
    host.close();
    okta.close();
    deleteFolder(options.home());
  }

  /** Deletes from the leaves up. */
  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
