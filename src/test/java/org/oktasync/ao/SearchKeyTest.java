package org.oktasync.ao;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.Test;
import org.oktasync.model.GroupName;

public class SearchKeyTest {
  private static final List<String> LETTERS =
      List.of("a", "b", "z", "A", "é", "ß", "ı", "0", "_", "%", "[", " ", "Ω", "你", "\uD83D\uDE00");

  @Test
  public void whatBeginsWithATextIsInItsRange_andNothingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = name(random, 3);
      String name = random.nextBoolean() ? text + name(random, 3) : name(random, 4);
      boolean begins = new GroupName(name).key().startsWith(new GroupName(text).key());
      SearchKey.Range range = SearchKey.beginningWith(text);
      String key = SearchKey.of(name);
      boolean within = range.from().compareTo(key) <= 0 && key.compareTo(range.to()) < 0;
      assertEquals("seed " + seed + ": " + text + ", " + name, begins, within);
    }
  }

  private static String name(Random random, int most) {
    StringBuilder name = new StringBuilder("x");
    for (int i = random.nextInt(most); i >= 0; i--) {
      name.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return name.toString();
  }

  /** Of the languages that the JDK can sort by; each has its own idea of which letters are one. */
  @Test
  public void everyLanguageOrdersKeysAlike() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (Locale locale : Collator.getAvailableLocales()) {
      Collator collator = Collator.getInstance(locale);
      for (int i = 0; i < 300; i++) {
        String one = key(random);
        String other = key(random);
        assertEquals(
            "seed " + seed + ": " + locale + ", " + one + ", " + other,
            Integer.signum(one.compareTo(other)),
            Integer.signum(collator.compare(one, other)));
      }
    }
  }

  private static String key(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(3)];
    random.nextBytes(bytes);
    return SearchKey.of(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1) + "x");
  }

  @Test
  public void spellingsOfOneNameHaveOneKey() {
    assertEquals(SearchKey.of("\u00E9Mil"), SearchKey.of("e\u0301MIL"));
    assertEquals("", SearchKey.of("  "));
  }

  @Test
  public void keysFitTheirColumn() {
    String longest = "\uD83D\uDE00".repeat(450);
    assertEquals(254, SearchKey.of(longest).length());
    SearchKey.Range range = SearchKey.beginningWith(longest);
    assertTrue(range.from().equals(SearchKey.of(longest)) && range.to().length() == 254);
  }
}
