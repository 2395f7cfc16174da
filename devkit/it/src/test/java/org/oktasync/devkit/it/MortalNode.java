package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    String url =
        direct.url().replace(Integer.toString(postgres.port), Integer.toString(toDatabase.port()));
    DatabaseSettings byWire = new DatabaseSettings(url, direct.user(), direct.password());
    node = new Node(okta, Node.Plan.alone(folder, byWire, SHORT_LIVED));
    node.start();
  }

  /** Makes a connection that reaches Okta by the wire. */
  long connect() {
    return node.connect(
        "http://127.0.0.1:" + toOkta.port(), okta.token(), "{\"create\":\"Okta users\"}");
  }

  /**
   * How much a run says.
   *
   * @param toDatabase words to PostgreSQL
   * @param toOkta words to Okta
   */
  record Talk(long toDatabase, long toOkta) {}

  /** Does something, and tells how much was said meanwhile. */
  Talk listen(Runnable work) {
    toDatabase.countAnew(null);
    toOkta.countAnew(null);
    work.run();
    return new Talk(toDatabase.words(), toOkta.words());
  }

  /**
   * Starts a run and kills the node while it is under way; at its end, should it come first.
   *
   * @param usual how much such a run says
   * @param random chooses the moment
   * @return what happened, for a person
   */
  String killDuringARun(long connection, Talk usual, Random random) throws Exception {
    boolean whileReading = random.nextInt(4) == 0;
    Wire wire = whileReading ? toOkta : toDatabase;
    long word = 1 + (long) (random.nextDouble() * (whileReading ? usual.toOkta : usual.toDatabase));
    boolean delivered = random.nextBoolean();
    struck.set(false);
    wire.countAnew(new Wire.Alarm(word, delivered, this::die));
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
    wire.countAnew(null);
    return "%s run, word %d to %s, %s, last seen %s%s"
        .formatted(
            incremental ? "incremental" : "full",
            word,
            whileReading ? "Okta" : "PostgreSQL",
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
