package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** The second language says everything that the first one says. */
public class GermanTextsTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\d+\\}");

  /** What is the same word in both languages, or a pattern without words. */
  private static final Set<String> ALIKE =
      Set.of(
          "Administrator",
          "Assets",
          "Attribute",
          "CSV",
          "Import",
          "In Jira",
          "In Okta",
          "In Okta:",
          "JSON",
          "Name",
          "Name in Jira",
          "OK",
          "Okta",
          "Okta Sync",
          "Organisation: {0}",
          "Person",
          "Person in Okta",
          "Schema",
          "Site",
          "Status {0}",
          "Text",
          "{0}",
          "{0} h {1} min",
          "{0} min {1} s",
          "{0} s",
          "{0}: {1}");

  private final Properties english = texts("i18n/okta-sync.properties");
  private final Properties german = texts("i18n/okta-sync_de.properties");

  private static Properties texts(String file) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.US_ASCII)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new AssertionError(file + " has characters that not every Jira reads alike", e);
    }
    return texts;
  }

  private Set<String> keysWhere(BiPredicate<String, String> wrong) {
    return english.stringPropertyNames().stream()
        .filter(german::containsKey)
        .filter(key -> wrong.test(english.getProperty(key), german.getProperty(key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  public void bothHaveTheSameKeys() {
    assertThat(
        new TreeSet<>(german.stringPropertyNames()),
        is(new TreeSet<>(english.stringPropertyNames())));
  }

  @Test
  public void bothHaveTheSameValuesToFillIn() {
    assertThat(keysWhere((en, de) -> !values(en).equals(values(de))), is(Set.of()));
  }

  private static Set<String> values(String text) {
    Set<String> values = new TreeSet<>();
    Matcher matcher = VALUE.matcher(text);
    while (matcher.find()) {
      values.add(matcher.group());
    }
    return values;
  }

  @Test
  public void everyTextIsAPatternThatTakesTextsAsValues() {
    assertThat(keysWhere((en, de) -> !isUsable(de)), is(Set.of()));
  }

  private static boolean isUsable(String pattern) {
    String plain = VALUE.matcher(pattern.replace("''", "")).replaceAll("");
    boolean quiet = plain.chars().noneMatch(c -> c == '\'' || c == '{' || c == '}');
    return quiet && !new MessageFormat(pattern).format(new Object[] {"1", "2", "3", "4"}).isBlank();
  }

  @Test
  public void nothingIsLeftInEnglishByAccident() {
    assertThat(keysWhere((en, de) -> en.equals(de) && !ALIKE.contains(en)), is(Set.of()));
  }
}
