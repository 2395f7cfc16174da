package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;

/** What is read from a text of the mapping language, in short words. */
final class ReadMapping {
  private ReadMapping() {}

  static ObjectMapping only(String text) {
    ParsedMapping parsed = MappingParser.parse(text);
    assertThat(parsed.errors().toString(), parsed.sound(), is(true));
    assertThat(parsed.mapping().mappings().size(), is(1));
    return parsed.mapping().mappings().get(0);
  }

  /** Each rule as {@code path -> attribute}, with {@code | condition} for a reference. */
  static List<String> rules(ObjectMapping mapping) {
    return mapping.attributes().stream()
        .map(
            rule ->
                rule.path()
                    + " -> "
                    + rule.attribute()
                    + (rule instanceof ReferenceRule reference
                        ? " | " + reference.condition()
                        : ""))
        .toList();
  }

  /** Each error as {@code line:column code}. */
  static List<String> errors(String text) {
    return MappingParser.parse(text).errors().stream()
        .map(error -> error.line() + ":" + error.column() + " " + error.what().code())
        .toList();
  }

  static List<String> warnings(String text) {
    return MappingText.read(text).warnings().stream()
        .map(warning -> warning.line() + ":" + warning.column() + " " + warning.what().code())
        .toList();
  }
}
