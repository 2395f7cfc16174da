package org.oktasync.okta;

import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.Test;

/**
 * Two nodes, each with a limiter of its own, at one server: by what its answers say is left they
 * keep to one share together, but for the calls that are under way when it is spent.
 */
public class RateShareOfNodesTest {
  private static final int LIMIT = 200;
  private static final int SHARE = 50;
  private static final int AT_ONCE = 4;
  private static final int TICKS = 1_000;

  /** Time moves by a tick of a tenth of a second. */
  private final FakeTime time = new FakeTime();

  /** A server whose windows take a minute each. */
  private final class Server {
    private long window = -1;
    private int used;
    private int most;

    /** Counts a call, and says what its answer announces. */
    OktaAnswer call() {
      long second = time.instant().getEpochSecond();
      if (second / 60 != window) {
        window = second / 60;
        used = 0;
      }
      used++;
      most = Math.max(most, used);
      List<Header> headers = new ArrayList<>();
      headers.add(new BasicHeader("X-Rate-Limit-Limit", LIMIT));
      headers.add(new BasicHeader("X-Rate-Limit-Remaining", Math.max(0, LIMIT - used)));
      headers.add(new BasicHeader("X-Rate-Limit-Reset", (window + 1) * 60));
      return new OktaAnswer(200, headers);
    }
  }

  /** A call that the server has counted, and whose answer is on its way. */
  private record UnderWay(OktaAnswer answer, long arrives) {}

  /** One node: as many calls at once as a connection makes. */
  private final class Node {
    private final OktaRateLimiter limiter = new OktaRateLimiter(time);
    private final List<UnderWay> calls = new ArrayList<>();

    void tick(long now, Server server, Random random) {
      calls.removeIf(
          call -> {
            boolean here = call.arrives() <= now;
            if (here) {
              limiter.observe(RateBucket.USERS, call.answer());
            }
            return here;
          });
      boolean wants = random.nextInt(4) > 0;
      while (wants && calls.size() < AT_ONCE && limiter.take(RateBucket.USERS, SHARE).isZero()) {
        calls.add(new UnderWay(server.call(), now + 1 + random.nextInt(4)));
      }
    }
  }

  @Test
  public void theShareIsOneForAllNodes() {
    qt().withExamples(50)
        .forAll(integers().all(), integers().between(1, 3))
        .checkAssert(
            (seed, nodes) -> {
              Random random = new Random(seed);
              Server server = new Server();
              List<Node> all = new ArrayList<>();
              for (int i = 0; i < nodes; i++) {
                all.add(new Node());
              }
              for (int now = 0; now < TICKS; now++) {
                for (Node node : all) {
                  node.tick(now, server, random);
                }
                time.advance(Duration.ofMillis(100));
              }
              int most = LIMIT * SHARE / 100 + (nodes - 1) * 2 * AT_ONCE;
              assertTrue("spent " + server.most + " of " + most, server.most <= most);
              assertTrue("and all of it is spent", server.most >= LIMIT * SHARE / 100);
            });
  }
}
