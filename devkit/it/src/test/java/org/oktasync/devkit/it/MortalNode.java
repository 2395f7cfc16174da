package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.oktasync.devkit.host.data.DatabaseSettings;
import org.oktasync.devkit.oktaorg.OktaOrg;

/**
 * A Jira of one node, in a process that ends by SIGKILL at a chosen word of what it says to
 * PostgreSQL or to Okta, and starts again.
 */
final class MortalNode implements AutoCloseable {
  /** A machine that starts fast and does not live long enough to become faster. */
  private static final String[] SHORT_LIVED = {
    "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"
  };

  final OktaOrg okta;
  final Postgres postgres;
  final Node node;
  private final Path folder = Lab.temporaryFolder();
  private final Wire toDatabase;
  private final Wire toOkta;
  private final Map<Stage, Long> usual = new EnumMap<>(Stage.class);
  private final AtomicBoolean struck = new AtomicBoolean();
  private String lastSeen;

  /**
   * @param words the organisation's options
   */
  MortalNode(String... words) throws Exception {
    this(List.of(), words);
  }

  /**
   * @param host words of the host beside those that every node needs
   * @param words the organisation's options
   */
  MortalNode(List<String> host, String... words) throws Exception {
    okta = Lab.organisation(words);
    postgres = new Postgres(folder);
    toDatabase = new Wire(postgres.port);
    toOkta = new Wire(Integer.parseInt(okta.baseUrl().replaceAll(".*:", "")));
    DatabaseSettings direct = postgres.settings();
    // Each statement is sent as text, so that the wire can see what is written.
    String url =
        "jdbc:postgresql://localhost:" + toDatabase.port() + "/postgres?prepareThreshold=0";
    DatabaseSettings byWire = new DatabaseSettings(url, direct.user(), direct.password());
    node =
        new Node(
            okta, Node.Plan.alone(folder, byWire, SHORT_LIVED).with(host.toArray(new String[0])));
    node.start();
  }

  /** Makes a connection that reaches Okta by the wire. */
  long connect() {
    return node.connect(
        "http://127.0.0.1:" + toOkta.port(), okta.token(), "{\"create\":\"Okta users\"}");
  }

  /** From where on the words are counted at which a node is struck. */
  private enum Stage {
    /** Okta is asked. */
    READING(""),
    /** The run begins. */
    ANYWHERE(""),
    /** The first account is made; moments soon after it are the more likely ones. */
    ACCOUNTS("insert into cwd_user "),
    /** The first group is made, likewise. */
    GROUPS("insert into cwd_group "),
    /** The first member is added, likewise. */
    MEMBERS("insert into cwd_membership "),
    /** The first object of Assets is made. */
    OBJECTS("insert into assets_object ");

    /** Where a run of users is struck. */
    private static final List<Stage> OF_USERS =
        List.of(READING, ANYWHERE, ACCOUNTS, GROUPS, MEMBERS);

    private final String from;

    Stage(String from) {
      this.from = from;
    }

    private long word(long most, Random random) {
      double share = random.nextDouble();
      return from.isEmpty() ? 1 + (long) (share * most) : Math.round(Math.pow(most, share));
    }
  }

  private Wire wire(Stage stage) {
    return stage == Stage.READING ? toOkta : toDatabase;
  }

  /** Learns how many words a run takes from each stage on, by one that is let be. */
  void learn(Runnable run) {
    toOkta.count("", Wire.Alarm.NONE);
    toDatabase.count("", Wire.Alarm.NONE);
    run.run();
    for (Stage stage : Stage.values()) {
      usual.put(stage, wire(stage).words());
    }
  }

  /** Takes it that a run has at least so many words from each stage on. */
  void expect(long words) {
    for (Stage stage : Stage.values()) {
      usual.put(stage, words);
    }
  }

  /**
   * Starts a run and kills the node while it is under way; at its end, should it come first.
   *
   * @param random chooses the moment
   * @return what happened, for a person
   */
  String killDuringARun(long connection, Random random) throws Exception {
    boolean incremental = random.nextBoolean();
    String body = incremental ? "{\"mode\":\"incremental\"}" : "{}";
    Stage stage = Stage.OF_USERS.get(random.nextInt(Stage.OF_USERS.size()));
    return killDuringARun(connection, body, stage, random);
  }

  /** The same while objects of Assets are made. */
  String killDuringAnImport(long connection, Random random) throws Exception {
    return killDuringARun(connection, "{\"part\":\"assets\"}", Stage.OBJECTS, random);
  }

  private String killDuringARun(long connection, String body, Stage stage, Random random)
      throws Exception {
    Wire wire = wire(stage);
    long word = stage.word(usual.get(stage), random);
    boolean delivered = random.nextBoolean();
    struck.set(false);
    wire.count(stage.from, new Wire.Alarm(word, delivered, this::die));
    lastSeen = "nothing";
    try {
      long run = node.begin(connection, body);
      JsonNode seen = untilStruckOrOver(run);
      if (!struck.get() && seen.path("state").asText().equals("HELD")) {
        node.rest.post("/runs/" + run + "/approve", "{}").expect(202);
        untilStruckOrOver(run);
      }
    } catch (UncheckedIOException e) {
      // It died while it was asked.
    }
    String early = struck.get() ? "" : " (over before it came to that)";
    node.kill();
    wire.count("", Wire.Alarm.NONE);
    return "run %s, %s, word %d of about %d, %s, last seen %s%s"
        .formatted(
            body, stage, word, usual.get(stage), delivered ? "heard" : "unheard", lastSeen, early);
  }

  private JsonNode untilStruckOrOver(long run) {
    return Await.until(
        "the end of run " + run, () -> look(run), found -> struck.get() || Site.isOver(found));
  }

  private JsonNode look(long run) {
    JsonNode found = node.run(run);
    lastSeen = found.path("state").asText() + " " + found.path("phase").asText();
    return found;
  }

  private void die() {
    try {
      struck.set(true);
      node.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws Exception {
    node.process.stop();
    toDatabase.close();
    toOkta.close();
    postgres.close();
    okta.close();
    Lab.deleteFolder(folder);
  }
}
