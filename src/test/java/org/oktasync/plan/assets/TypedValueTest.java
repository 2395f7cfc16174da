package org.oktasync.plan.assets;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;

/** How a value of Okta is spelled in an attribute of Assets, and which values it does not take. */
public class TypedValueTest {
  private static final String REFUSED = "refused";

  private static String of(AttributeType type, String text, String... options) {
    ObjectAttribute attribute =
        new ObjectAttribute("1", "A", type, true, false, 0, 1, false, "", List.of(options));
    return TypedValue.of(attribute, text).orElse(REFUSED);
  }

  @Test
  public void aLineOfText_hasNoBreaks_andAtMost255Signs() {
    for (AttributeType type :
        List.of(
            AttributeType.TEXT,
            AttributeType.STATUS,
            AttributeType.USER,
            AttributeType.REFERENCE)) {
      assertEquals("a b", of(type, " a\r\n\tb "));
      assertEquals(REFUSED, of(type, " \n "));
    }
    assertEquals("x".repeat(255), of(AttributeType.TEXT, "x".repeat(255)));
    assertEquals(REFUSED, of(AttributeType.TEXT, "x".repeat(256)));
  }

  @Test
  public void longText_staysAsItIs() {
    String text = " a\nb ".repeat(100);
    assertEquals(text, of(AttributeType.TEXTAREA, text));
  }

  @Test
  public void wholeNumbers_fitFourBytes() {
    assertEquals("7", of(AttributeType.INTEGER, "+7.00"));
    assertEquals("-30", of(AttributeType.INTEGER, "-3e1"));
    assertEquals("2147483647", of(AttributeType.INTEGER, "2147483647"));
    assertEquals("-2147483648", of(AttributeType.INTEGER, "-2147483648"));
    assertEquals("100", of(AttributeType.INTEGER, "100"));
    assertEquals("1000000000", of(AttributeType.INTEGER, "1e9"));
    for (String text : List.of("2147483648", "-2147483649", "7.5", "1e10", "1e99", "x", "")) {
      assertEquals(REFUSED, of(AttributeType.INTEGER, text));
    }
  }

  @Test
  public void decimals_haveOneSpelling() {
    assertEquals("7", of(AttributeType.DOUBLE, "7.00"));
    assertEquals("0", of(AttributeType.DOUBLE, "-0.000"));
    assertEquals("1200", of(AttributeType.DOUBLE, "1.2e3"));
    assertEquals("0.05", of(AttributeType.DOUBLE, "5e-2"));
    assertEquals(301, of(AttributeType.DOUBLE, "1e300").length());
    for (String text : List.of("1e301", "1e-301", "1e999999999", "NaN", "seven")) {
      assertEquals(REFUSED, of(AttributeType.DOUBLE, text));
    }
  }

  @Test
  public void yesAndNo_inAnyCase() {
    assertEquals("true", of(AttributeType.BOOLEAN, "TRUE"));
    assertEquals("false", of(AttributeType.BOOLEAN, "False"));
    assertEquals(REFUSED, of(AttributeType.BOOLEAN, "yes"));
  }

  @Test
  public void daysAndMoments_areThoseOfUtc() {
    assertEquals("2026-03-01", of(AttributeType.DATE, "2026-03-01"));
    assertEquals("2026-02-28", of(AttributeType.DATE, "2026-03-01T01:00:00+02:00"));
    assertEquals("2026-03-01T00:00:00Z", of(AttributeType.DATE_TIME, "2026-03-01"));
    assertEquals(
        "2026-02-28T23:00:09Z", of(AttributeType.DATE_TIME, "2026-03-01T01:00:09.5+02:00"));
    assertEquals("2026-03-01T01:00:00Z", of(AttributeType.DATE_TIME, "2026-03-01T01:00:00.999Z"));
    assertEquals("08:30", of(AttributeType.TIME, "08:30:00"));
    for (String text : List.of("1.3.2026", "2026-02-30", "2026-03-01T01:00:00", "tomorrow")) {
      assertEquals(REFUSED, of(AttributeType.DATE, text));
      assertEquals(REFUSED, of(AttributeType.DATE_TIME, text));
    }
    assertEquals(REFUSED, of(AttributeType.TIME, "25:00"));
  }

  @Test
  public void addresses_lookLikeSome() {
    assertEquals("https://x.org/a", of(AttributeType.URL, " https://x.org/a "));
    assertEquals("MAILTO:a@x.org", of(AttributeType.URL, "MAILTO:a@x.org"));
    assertEquals(REFUSED, of(AttributeType.URL, "x.org"));
    assertEquals("a@x.org", of(AttributeType.EMAIL, "a@x.org"));
    assertEquals(REFUSED, of(AttributeType.EMAIL, "a at x.org"));
    assertEquals("10.0.0.1", of(AttributeType.IP_ADDRESS, "10.0.0.1"));
    assertEquals("fe80::1", of(AttributeType.IP_ADDRESS, "fe80::1"));
    assertEquals(REFUSED, of(AttributeType.IP_ADDRESS, "localhost"));
  }

  @Test
  public void anOption_isSpelledAsAssetsSpellsIt() {
    assertEquals("Red", of(AttributeType.SELECT, "RED", "Blue", "Red"));
    assertEquals(REFUSED, of(AttributeType.SELECT, "Green", "Blue", "Red"));
    assertEquals("unknown options: any", "Green", of(AttributeType.SELECT, " Green"));
  }

  @Test
  public void whatIsNeverWritten_takesNothing() {
    assertEquals(REFUSED, of(AttributeType.OTHER, "x"));
  }
}
