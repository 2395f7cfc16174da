package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Every code of the mapping language has a text, and no text is left over. */
public class MappingMessagesTest {
  private static final Path ROOM = Path.of("src/main/java/org/oktasync/mapping/assets");
  private static final Pattern CODE =
      Pattern.compile("\"((?:mapping|aql|conflict|schema|object)-[a-z-]+)\"");

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(ROOM)) {
      for (Path file : files.toList()) {
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    // These also come with a name that is probably meant.
    for (String code :
        List.of(
            "mapping-keyword-unknown",
            "mapping-config-unknown",
            "mapping-section-unknown",
            "schema-type-missing",
            "schema-attribute-missing")) {
      codes.add(code + "-suggested");
    }
    return codes;
  }

  @Test
  public void codesAndTextsAgree() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("i18n/okta-sync.properties"))) {
      texts.load(reader);
    }
    Set<String> told = new TreeSet<>();
    for (String key : texts.stringPropertyNames()) {
      String code = key.replace("okta-sync.", "");
      if (code.matches("(?:mapping|aql|conflict|schema|object)-[a-z-]+")) {
        told.add(code);
      }
    }
    // Of the settings of people.
    told.remove("account-mapping-username-missing");
    assertThat(told, is(codes()));
  }
}
