package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** A write that fails in passing is tried three times; any other failure counts at once. */
public class RetryPolicyTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private int tries;

  private void run(int failures, Kind kind) {
    new RetryPolicy(
            (time, signal) -> {
              pauses.add(time);
              signal.check();
            })
        .run(
            () -> {
              tries++;
              if (tries <= failures) {
                throw new TargetException(kind, Message.of("try-" + tries), null);
              }
            },
            stop);
  }

  @Test
  public void whatSucceedsIsDoneOnce() {
    run(0, Kind.RETRY);
    assertEquals(1, tries);
    assertEquals(List.of(), pauses);
  }

  @Test
  public void aPassingFaultIsWaitedFor() {
    run(2, Kind.RETRY);
    assertEquals(3, tries);
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)), pauses);
  }

  @Test
  public void theThirdFailureIsTheLast() {
    TargetException last = assertThrows(TargetException.class, () -> run(9, Kind.RETRY));
    assertEquals("try-3", last.problem().code());
    assertEquals(3, tries);
  }

  @Test
  public void whatNoRepeatMends_isNotRepeated() {
    assertThrows(TargetException.class, () -> run(1, Kind.DENIED));
    assertEquals(1, tries);
  }

  @Test
  public void aStopEndsTheWaiting() {
    stop.request();
    assertThrows(StoppedException.class, () -> run(9, Kind.RETRY));
    assertEquals(1, tries);
  }
}
