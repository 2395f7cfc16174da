package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Which values may become attributes of accounts, and how they are written. */
public class ValueRulesTest {
  private static ValueRules.Judged judge(String target, String value) {
    return ValueRules.judge(target, Transformed.to(value));
  }

  private static String code(String target, String value) {
    return judge(target, value).remark().map(MappingProblem::code).orElse("");
  }

  @Test
  public void anAddressHasOneAtSignWithSomethingOnBothSides() {
    for (String good : List.of("a@b", "o'neil+x@example.org", "", "ü@x.org")) {
      assertEquals(good, "", code("email", good));
    }
    for (String bad : List.of("@b", "a@", "a@b@c", "a", "a b@c", "@")) {
      assertEquals(bad, "email-unusable", code("email", bad));
      assertTrue(judge("email", bad).unusable());
      assertEquals("", judge("email", bad).value());
    }
    assertEquals("only of addresses", "", code("property:x", "a"));
  }

  @Test
  public void namesThatAreTooLongAreCut_otherValuesAreNotWritten() {
    String fits = "x".repeat(255);
    String tooLong = "x".repeat(256);
    for (String name : List.of("displayName", "firstName", "lastName")) {
      assertEquals(Optional.empty(), judge(name, fits).remark());
      assertEquals("value-cut", code(name, tooLong));
      assertEquals(fits, judge(name, tooLong).value());
      assertFalse(judge(name, tooLong).unusable());
      assertEquals(
          name + ": " + "x".repeat(40), judge(name, tooLong).remark().orElseThrow().detail());
    }
    assertEquals("", code("property:x", fits));
    assertEquals("value-too-long", code("property:x", tooLong));
    assertEquals(
        "property:x: " + "x".repeat(40),
        judge("property:x", tooLong).remark().orElseThrow().detail());
  }

  @Test
  public void valuesAreComposedAndOfOneLine() {
    assertEquals("\u00e9 b", judge("firstName", " e\u0301\r\nb ").value());
  }

  @Test
  public void aStepThatFailedIsTold() {
    ValueRules.Judged judged =
        ValueRules.judge("property:x", Transformed.failed("value-no-date", "soon"));
    assertTrue(judged.unusable());
    assertEquals(
        new MappingProblem("value-no-date", "property:x: soon"), judged.remark().orElseThrow());
  }

  @Test
  public void choicesForEmptyValuesAreKnownByTheirNames() {
    assertEquals(Optional.of(WhenEmpty.LEAVE_OUT), WhenEmpty.of("leave-out"));
    assertEquals("keep", WhenEmpty.KEEP.label());
    assertTrue(WhenEmpty.of("other").isEmpty());
  }

  @Test
  public void regularExpressionsHaveTheirBounds() {
    assertEquals("a".repeat(1000), SafeRegex.of("a".repeat(1000)).toString());
    assertTrue(SafeRegex.of("a{100000}").matches("a").isPresent());
    assertEquals(Optional.of(true), SafeRegex.of("(a{2,}){0}").matches(""));
    assertEquals(SafeRegex.of("a"), SafeRegex.of("a"));
    assertFalse(SafeRegex.of("a").equals(SafeRegex.of("b")));
    SafeRegex nine = SafeRegex.of("(a)".repeat(10));
    nine.checkReplacement("$9 $0 \\$ x");
    assertEquals(Optional.of("a-a"), nine.replaceAll("a".repeat(10), "$1-$9"));
    SafeRegex.of("(a)").checkReplacement("$1");
  }
}
