package org.oktasync.plan.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

/** How changes hold the values of an attribute. */
public class ValueTextTest {
  private static void standsAs(String text, String... values) {
    assertEquals(text, ValueText.of(List.of(values)));
    assertEquals(
        List.of(values).stream().filter(value -> !value.isEmpty()).distinct().sorted().toList(),
        ValueText.values(text));
  }

  @Test
  public void valuesComeBackFromTheirText() {
    standsAs("");
    standsAs("", "");
    standsAs("Staff", "Staff");
    standsAs("Staff", "Staff", "", "Staff");
    standsAs("[\"A\",\"B\"]", "B", "A");
    standsAs("[\"[A]\"]", "[A]");
    standsAs("[\"B\",\"a\\\"b\\\\c\"]", "a\"b\\c", "B");
    standsAs("[\" \",\"a\\u0009\\u000ab\\u001f\"]", "a\t\nb\u001f", " ");
    standsAs("[\"A\",\"\u00e4, \u4e2d\"]", "\u00e4, \u4e2d", "A");
  }

  @Test
  public void whatBeginsLikeAnArrayAndIsNone_isRefused() {
    for (String text :
        List.of(
            "[",
            "[]",
            "[\"",
            "[\"a",
            "[\"a\"",
            "[\"a\",",
            "[\"a\"]x",
            "[\"a\"x",
            "[a]",
            "[\"a\\",
            "[\"\\u00",
            "[\"\\u00e\"")) {
      assertThrows(text, IllegalArgumentException.class, () -> ValueText.values(text));
    }
  }
}
