package org.oktasync.record;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.TakeOver;

/** What every store of words about taking over keeps to. */
public abstract class TakeOversContract {
  private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

  /** The store under test, empty. */
  protected abstract TakeOvers words();

  private static TakeOver word(long connection, String id, String name) {
    return new TakeOver(
        connection, new ExternalId(id), new AccountName(name), 8, "JIRAUSER1", "ada", AT);
  }

  @Test
  public void keepsTheWordsOfEachConnection_byId_twoThatDifferInCaseAloneToo() {
    List<TakeOver> some = List.of(word(1, "b", "bob"), word(1, "a", "ann"), word(1, "A", "anna"));
    words().store(some);
    words().store(List.of(word(2, "a", "ann")));
    assertEquals(
        List.of(word(1, "A", "anna"), word(1, "a", "ann"), word(1, "b", "bob")),
        words().waiting(1));
    assertEquals(List.of(word(2, "a", "ann")), words().waiting(2));
    assertEquals(List.of(), words().waiting(3));
  }

  @Test
  public void aWordAboutTheSamePersonReplacesTheOneBefore() {
    words().store(List.of(word(1, "a", "ann"), word(1, "b", "bob")));
    words().store(List.of(word(1, "a", "anna")));
    assertEquals(List.of(word(1, "a", "anna"), word(1, "b", "bob")), words().waiting(1));
  }

  @Test
  public void wordsAreForgottenOneByOneOrWithTheirConnection() {
    words().store(List.of(word(1, "a", "ann"), word(1, "A", "x"), word(1, "b", "bob")));
    words().store(List.of(word(2, "a", "ann")));
    assertEquals(1, words().forget(1, List.of(new ExternalId("a"), new ExternalId("none"))));
    assertEquals(0, words().forget(1, List.of()));
    assertEquals(List.of(word(1, "A", "x"), word(1, "b", "bob")), words().waiting(1));
    words().forgetAll(1);
    assertEquals(List.of(), words().waiting(1));
    assertEquals(1, words().waiting(2).size());
  }

  @Test
  public void aThousandWordsAreKept() {
    List<TakeOver> many =
        IntStream.range(0, 1_000).mapToObj(i -> word(1, "u%04d".formatted(i), "n" + i)).toList();
    words().store(many);
    assertEquals(many, words().waiting(1));
    assertEquals(1_000, words().forget(1, many.stream().map(TakeOver::sourceId).toList()));
    assertEquals(List.of(), words().waiting(1));
  }
}
