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
  /** Half of all kills fall into the short time in which Jira is written. */
  private static final List<Stage> STAGES =
      List.of(Stage.READING, Stage.ANYWHERE, Stage.WRITING, Stage.WRITING);

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
    okta = Lab.organisation(words);
    postgres = new Postgres(folder);
    toDatabase = new Wire(postgres.port);
    toOkta = new Wire(Integer.parseInt(okta.baseUrl().replaceAll(".*:", "")));
    DatabaseSettings direct = postgres.settings();
    // Each statement is sent as text, so that the wire can see what is written.
    String url =
        "jdbc:postgresql://localhost:" + toDatabase.port() + "/postgres?prepareThreshold=0";
    DatabaseSettings byWire = new DatabaseSettings(url, direct.user(), direct.password());
    node = new Node(okta, Node.Plan.alone(folder, byWire, SHORT_LIVED));
    node.start();
  }

  /** Makes a connection that reaches Okta by the wire. */
  long connect() {
    return node.connect(
        "http://127.0.0.1:" + toOkta.port(), okta.token(), "{\"create\":\"Okta users\"}");
  }

  /** Where a node is struck. */
  private enum Stage {
    /** While Okta is asked. */
    READING(""),
    /** Anywhere between the beginning and the end of a run. */
    ANYWHERE(""),
    /** From the first row of a directory on. */
    WRITING("insert into cwd_user ");

    private final String from;

    Stage(String from) {
      this.from = from;
    }
  }

  private Wire wire(Stage stage) {
    return stage == Stage.READING ? toOkta : toDatabase;
  }

  /** Learns how many words such runs take from each stage on; {@code run} is done for each. */
  void learn(Runnable run) {
    for (Stage stage : Stage.values()) {
      wire(stage).count(stage.from, Wire.Alarm.NONE);
      run.run();
      usual.put(stage, wire(stage).words());
    }
  }

  /**
   * Starts a run and kills the node while it is under way; at its end, should it come first.
   *
   * @param random chooses the moment
   * @return what happened, for a person
   */
  String killDuringARun(long connection, Random random) throws Exception {
    Stage stage = STAGES.get(random.nextInt(STAGES.size()));
    Wire wire = wire(stage);
    long word = 1 + (long) (random.nextDouble() * usual.get(stage));
    boolean delivered = random.nextBoolean();
    struck.set(false);
    wire.count(stage.from, new Wire.Alarm(word, delivered, this::die));
    boolean incremental = random.nextBoolean();
    lastSeen = "nothing";
    try {
      String body = incremental ? "{\"mode\":\"incremental\"}" : "{}";
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
    return "%s run, %s, word %d of about %d, %s, last seen %s%s"
        .formatted(
            incremental ? "incremental" : "full",
            stage,
            word,
            usual.get(stage),
            delivered ? "heard" : "unheard",
            lastSeen,
            early);
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
