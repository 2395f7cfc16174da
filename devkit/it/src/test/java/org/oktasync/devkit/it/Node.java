package org.oktasync.devkit.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.oktaorg.OktaOrg;

/** One node of a Jira with the built add-on, in a process of its own. */
final class Node extends Site {
  final ServerProcess process;
  private final String baseUrl;

  /**
   * What a node is started with.
   *
   * @param folder takes its home, its log, and the home that it shares with other nodes
   * @param port its own
   * @param baseUrl the site's, the same for all its nodes
   * @param java options of the virtual machine, the limit of its heap among them
   * @param more words of the host beside these
   */
  record Plan(
      Path folder,
      String name,
      int port,
      String baseUrl,
      DatabaseSettings database,
      List<String> java,
      List<String> more) {
    /** The only node of a site, on a free port. */
    static Plan alone(Path folder, DatabaseSettings database, String... java) throws Exception {
      int port = ServerProcess.freePort();
      return new Plan(folder, "a", port, urlOf(port), database, List.of(java), List.of());
    }

    /** The same with more words for the host. */
    Plan with(String... words) {
      return new Plan(folder, name, port, baseUrl, database, java, List.of(words));
    }

    /** Where a node answers. */
    static String urlOf(int port) {
      return "http://localhost:" + port + "/jira";
    }

    private String[] words() {
      List<String> words = new ArrayList<>();
      words.addAll(List.of("--node", name, "--port", Integer.toString(port)));
      words.addAll(List.of("--base-url", baseUrl));
      words.addAll(List.of("--home", folder.resolve(name).toString()));
      words.addAll(List.of("--shared-home", folder.resolve("shared").toString()));
      words.addAll(List.of("--db", database.url(), "--db-user", database.user()));
      words.addAll(List.of("--plugin", System.getProperty("addon.jar")));
      words.addAll(more);
      return words.toArray(new String[0]);
    }
  }

  /** Not yet started. */
  Node(OktaOrg okta, Plan plan) {
    super(okta);
    Path log = plan.folder.resolve(plan.name + ".log");
    String[] java = plan.java.toArray(new String[0]);
    process = new ServerProcess(Host.class, log, java, plan.words());
    baseUrl = Plan.urlOf(plan.port);
    answersAt(baseUrl);
  }

  /** Where it answers. */
  String baseUrl() {
    return baseUrl;
  }

  /** Starts on its home and the shared data, and waits until it answers. */
  void start() {
    process.start();
    process.ready();
  }

  /** The node is gone without a word. */
  void kill() throws InterruptedException {
    process.kill();
  }
}
