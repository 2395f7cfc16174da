package org.oktasync.okta;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LinkHeaderTest {
  @Test
  public void findsNextInEverySpelling() {
    assertNext("/n", "<https://a/s>; rel=\"self\"", "<https://a/n>; rel=\"next\"");
    assertNext("/n", "<https://a/s>; rel=\"self\", <https://a/n>; rel=\"next\"");
    assertNext("/n", "<https://a/s>;rel=self,<https://a/n>;rel=next");
    assertNext("/n", "<https://a/n>; REL=\"Next\"");
    assertNext("/n", "<https://a/n>; rel='next'");
    assertNext("/n", "<https://a/n>; rel=\"prefetch next\"");
    assertNext("/n", "<https://a/n> ; title=\"a; rel=self, <b>\" ; rel = \"next\"");
    assertNext("/n?q=a,b;c", "<https://a/n?q=a,b;c>; rel=\"next\"");
  }

  @Test
  public void findsNoNextWhereThereIsNone() {
    for (String header :
        List.of(
            "",
            "<https://a/s>; rel=\"self\"",
            "<https://a/n>",
            "<https://a/n>; rel=\"nextish\"",
            "<https://a/n>; title=\"x; rel=next\"",
            "<https://a/n; rel=\"next\"",
            "https://a/n; rel=\"next\"")) {
      assertEquals(header, Optional.empty(), LinkHeader.next(List.of(header)));
    }
    assertEquals(Optional.empty(), LinkHeader.next(List.of()));
  }

  private static void assertNext(String expected, String... headers) {
    assertEquals(Optional.of("https://a" + expected), LinkHeader.next(List.of(headers)));
  }
}
