package org.oktasync.web.admin;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Every text that pages ask for exists, and none is left over. */
public class TextsTest {
  private static final String PREFIX = "okta-sync.page.";
  private static final Path SCRIPTS = Path.of("src/main/resources/js");
  private static final Path JAVA = Path.of("src/main/java/org/oktasync/web/admin");

  /** A call such as {@code t('key')}, {@code tParts('key')}. */
  private static final Pattern CALL = Pattern.compile("\\bt(?:Parts)?\\(\\s*'([^']+)'");

  /** A call with a key that is put together: {@code t(`state.${run.state}`)}. */
  private static final Pattern FAMILY = Pattern.compile("\\b(?:t|tParts|hasText)\\(\\s*`([^`]+)`");

  private static final Pattern WHOLE_KEY =
      Pattern.compile("\"(okta-sync\\.page\\.[a-zA-Z0-9.-]*[a-zA-Z0-9-])\"");

  private final Properties texts = texts();

  private static Properties texts() {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("i18n/okta-sync.properties"))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(List<Path> files) {
    return files.stream()
        .map(
            file -> {
              try {
                return Files.readString(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> found(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    Set<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** The page's keys without their common beginning. */
  private Set<String> keys() {
    return texts.stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> usedByName() {
    Set<String> used = found(CALL, read(files(SCRIPTS.toString(), ".js")));
    String java = read(files(JAVA.toString(), ".java"));
    String descriptor = read(List.of(Path.of("atlassian-plugin.xml")));
    found(WHOLE_KEY, java + descriptor).stream()
        .map(key -> key.substring(PREFIX.length()))
        .forEach(used::add);
    return used;
  }

  /** What a key put together may be: each value stands for a part without dots. */
  private static List<Predicate<String>> families() {
    return found(FAMILY, read(files(SCRIPTS.toString(), ".js"))).stream()
        .map(key -> key.replace(".", "\\.").replaceAll("\\$\\{[^}]*\\}", "[^.]+"))
        .map(pattern -> Pattern.compile(pattern).asMatchPredicate())
        .toList();
  }

  @Test
  public void everyTextThatIsUsed_exists() {
    Set<String> missing = usedByName();
    missing.removeAll(keys());
    assertThat(missing, is(Set.of()));
  }

  @Test
  public void everyFamilyOfTexts_hasAMember() {
    Set<String> keys = keys();
    List<Predicate<String>> empty =
        families().stream().filter(family -> keys.stream().noneMatch(family)).toList();
    assertThat(empty, is(List.of()));
  }

  @Test
  public void noText_isLeftOver() {
    Set<String> unused = keys();
    unused.removeAll(usedByName());
    families().forEach(unused::removeIf);
    // Titles are put together by the page's name on the server.
    unused.removeIf(key -> key.startsWith("title."));
    assertThat(unused, is(Set.of()));
  }

  @Test
  public void everyPage_hasATitle() {
    for (String path :
        List.of(
            "",
            "/runs",
            "/runs/1",
            "/connections/new",
            "/connections/1/links",
            "/connections/1/adoption",
            "/connections/1/assets",
            "/connections/1/left-alone")) {
      String key = AdminPage.of(path).orElseThrow().titleKey();
      assertThat(key, texts.containsKey(key), is(true));
    }
  }

  /**
   * A lone apostrophe would swallow itself and switch off the values behind it. Values are texts
   * already when they are filled in, so that number and choice formats would fail.
   */
  @Test
  public void everyText_isAPatternThatTakesTextsAsValues() {
    Set<String> unusable =
        texts.stringPropertyNames().stream()
            .filter(key -> !isUsable(texts.getProperty(key)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unusable, is(Set.of()));
  }

  private static boolean isUsable(String pattern) {
    String plain = pattern.replace("''", "").replaceAll("\\{\\d\\}", "");
    return plain.chars().noneMatch(c -> c == '\'' || c == '{' || c == '}');
  }
}
