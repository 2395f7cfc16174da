package org.oktasync.devkit.oktaorg;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.Test;

public class FilterTest {
  private record Item(String name, String kind, Instant changed) {}

  private final Filter<Item> filter =
      new Filter<>(
          Map.of(
              "name eq", (item, name) -> name.equals(item.name()),
              "kind eq", (item, kind) -> kind.equals(item.kind()),
              "name sw", (item, start) -> item.name().startsWith(start)),
          Map.of("changed", Item::changed));
  private final Item item = new Item("a (b) \"c\"", "X", Instant.parse("2026-01-02T00:00:00.000Z"));

  private boolean matches(String text) {
    return filter.parse(text).test(item);
  }

  @Test
  public void eq_comparesExactly() {
    assertTrue(matches("kind eq \"X\""));
    assertTrue("operators ignore case", matches("kind EQ \"X\""));
    assertFalse("values do not", matches("kind eq \"x\""));
    assertTrue("quotes can be escaped", matches("name eq \"a (b) \\\"c\\\"\""));
  }

  @Test
  public void otherOperators_areKnownWhereDeclared() {
    assertTrue(matches("name sw \"a (b\""));
    assertFalse(matches("name SW \"b\""));
  }

  @Test
  public void times_compareInOrder() {
    assertTrue(matches("changed gt \"2026-01-01T00:00:00.000Z\""));
    assertFalse(matches("changed gt \"2026-01-02T00:00:00.000Z\""));
    assertTrue(matches("changed ge \"2026-01-02T00:00:00.000Z\""));
    assertTrue(matches("changed le \"2026-01-02T00:00:00.000Z\""));
    assertFalse(matches("changed lt \"2026-01-02T00:00:00.000Z\""));
    assertTrue(matches("changed lt \"2026-01-02T00:00:00.001Z\""));
    assertTrue(matches("changed eq \"2026-01-02T00:00:00.000Z\""));
    assertFalse(matches("changed eq \"2026-01-02T00:00:00.001Z\""));
    assertTrue("zones count", matches("changed eq \"2026-01-02T01:00:00.000+01:00\""));
  }

  @Test
  public void and_bindsCloserThanOr() {
    assertTrue(matches("kind eq \"X\" or kind eq \"Y\" and kind eq \"Z\""));
    assertFalse(matches("(kind eq \"X\" or kind eq \"Y\") and kind eq \"Z\""));
    assertTrue(
        matches("(kind eq \"Z\" or (kind eq \"X\")) and changed gt \"2020-01-01T00:00:00Z\""));
  }

  @Test
  public void everythingElse_isRefused() {
    for (String bad :
        new String[] {
          "",
          "kind",
          "kind eq",
          "kind eq X",
          "kind sw \"X\"",
          "kind ne \"X\"",
          "kind pr",
          "kind gt \"X\"",
          "other eq \"X\"",
          "Kind eq \"X\"",
          "not kind eq \"X\"",
          "kind eq \"X\" and",
          "(kind eq \"X\"",
          "kind eq \"X\")",
          "kind eq \"X\" kind eq \"X\"",
          "changed gt \"yesterday\"",
          "kind eq \"X",
          "changed co \"2026\""
        }) {
      OktaError error = assertThrows(bad, OktaError.class, () -> filter.parse(bad));
      assertEquals("E0000031", error.code());
      assertEquals(400, error.status());
    }
  }
}
