package org.oktasync.run.read;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.fakes.InMemoryLinks;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.record.LinkRegistry;
import org.oktasync.rows.RowStore;

public class LinkBookTest {
  private static final int LINKS = 24_000;

  private final InMemoryLinks stored = new InMemoryLinks();
  private final List<String> calls = new ArrayList<>();
  private final LinkRegistry counting =
      (LinkRegistry)
          Proxy.newProxyInstance(
              LinkBookTest.class.getClassLoader(),
              new Class<?>[] {LinkRegistry.class},
              (proxy, method, values) -> {
                calls.add(method.getName());
                return method.invoke(stored, values);
              });

  @Test
  public void fewQuestionsAreAskedOneByOneAndOnlyOnce() {
    LinkBook book = of(50);
    for (int round = 0; round < 30; round++) {
      for (int i = 0; i < 100; i++) {
        assertAnswers(book, i, i < 50);
      }
    }
    assertEquals(200, count("find"));
    assertEquals(100, count("findByName"));
    assertEquals(0, count("each"));
  }

  @Test
  public void manyQuestionsCostOneReadingOfAllLinks() {
    LinkBook book = of(LINKS);
    for (int i = 0; i < LINKS + 100; i++) {
      assertAnswers(book, i, i < LINKS);
    }
    assertEquals(2, count("each"));
    assertTrue(count("find") + count("findByName") <= LINKS / 20 + 1);
  }

  @Test
  public void theMoreLinksTheMoreSingleQuestions() {
    LinkBook book = of(LINKS);
    for (int i = 0; i < LINKS / 20; i++) {
      assertEquals(Optional.of("name" + i), nameOf(book, i));
    }
    assertEquals(0, count("each"));
    assertEquals(Optional.empty(), nameOf(book, LINKS + 1));
    assertEquals(2, count("each"));
  }

  private LinkBook of(int links) {
    List<Link> people = new ArrayList<>();
    for (int i = 0; i < links; i++) {
      people.add(
          Link.ofAccount(
              1, id(i), 10, new AccountName("name" + i), "KEY" + i, Link.Origin.CREATED));
    }
    stored.store(people);
    return new LinkBook(counting, 1, RowStore.IN_MEMORY);
  }

  private static ExternalId id(int number) {
    return new ExternalId("00u" + number);
  }

  private static Optional<String> nameOf(LinkBook book, int number) {
    return book.find(EntityKind.USER, id(number)).map(Link::name);
  }

  private static void assertAnswers(LinkBook book, int number, boolean there) {
    Optional<ExternalId> id = there ? Optional.of(id(number)) : Optional.empty();
    assertEquals(id, book.named(EntityKind.USER, "NAME" + number).map(Link::externalId));
    assertEquals(there ? Optional.of("name" + number) : Optional.empty(), nameOf(book, number));
    assertEquals(Optional.empty(), book.find(EntityKind.GROUP, id(number)));
  }

  private long count(String method) {
    return calls.stream().filter(method::equals).count();
  }
}
