package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;
import org.oktasync.model.SourceValue;
import org.quicktheories.core.Gen;

public class SourcePathTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "0");

  private static SourceValue text(String value) {
    return new SourceValue.Text(value);
  }

  private static SourceValue items(SourceValue... values) {
    return new SourceValue.Items(List.of(values));
  }

  private static SourceValue.Fields fields(Object... pairs) {
    Map<String, SourceValue> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], (SourceValue) pairs[i + 1]);
    }
    return new SourceValue.Fields(values);
  }

  private static List<String> texts(String path, SourceValue.Fields source) {
    return SourcePath.of(path).values(source).stream().map(SourceValue::text).toList();
  }

  private final SourceValue.Fields device =
      fields(
          "id",
          text("guo1"),
          "_embedded",
          fields(
              "users",
              items(
                  fields("user", fields("profile", fields("email", text("ann@x.org")))),
                  fields("user", fields("profile", fields("email", text("bob@x.org")))))));

  @Test
  public void aNumberTakesOneElement() {
    assertThat(texts("_embedded.users.0.user.profile.email", device), is(List.of("ann@x.org")));
    assertThat(texts("_embedded.users[1].user.profile.email", device), is(List.of("bob@x.org")));
    assertThat(texts("_embedded.users.2.user.profile.email", device), is(List.of()));
  }

  @Test
  public void aWildcardOrNothingTakesAllElements() {
    List<String> both = List.of("ann@x.org", "bob@x.org");
    assertThat(texts("_embedded.users.*.user.profile.email", device), is(both));
    assertThat(texts("_embedded.users[*].user.profile.email", device), is(both));
    assertThat(texts("_embedded.users.user.profile.email", device), is(both));
  }

  @Test
  public void aPathThatLeadsNowhereHasNoValue() {
    for (String path : List.of("x", "id.x", "id.0", "id.*", "_embedded.users.0.x", "_embedded.*")) {
      assertThat(path, texts(path, device), is(List.of()));
    }
  }

  @Test
  public void aListAtTheEndIsTakenApart() {
    SourceValue.Fields source =
        fields("groups", items(text("A"), items(text("B"), text("C")), new SourceValue.Flag(true)));
    assertThat(texts("groups", source), is(List.of("A", "B", "C", "true")));
    assertThat(texts("groups.*", source), is(List.of("A", "B", "C", "true")));
    assertThat(texts("groups.1", source), is(List.of("B", "C")));
    assertThat(texts("groups.1.0", source), is(List.of("B")));
  }

  @Test
  public void anObjectAtTheEndIsTheObject() {
    SourceValue.Fields source =
        fields("groups", items(fields("id", text("00g1"), "profile", fields("name", text("Ops")))));
    assertThat(texts("groups", source), is(List.of("Ops")));
    assertThat(texts("groups.*.id", source), is(List.of("00g1")));
  }

  @Test
  public void namesMayBeJoinedByDotsInTheRecord() {
    SourceValue.Fields flat =
        fields("profile.email", text("a@x.org"), "profile.tags", items(text("x"), text("y")));
    assertThat(texts("profile.email", flat), is(List.of("a@x.org")));
    assertThat(texts("profile.tags.1", flat), is(List.of("y")));
    assertThat(texts("profile", flat), is(List.of()));
  }

  @Test
  public void theLongestNameThatLeadsSomewhereCounts() {
    SourceValue.Fields both =
        fields(
            "profile", fields("email", text("nested"), "login", text("nested")),
            "profile.email", text("flat"),
            "profile.login", items());
    assertThat(texts("profile.email", both), is(List.of("flat")));
    assertThat(texts("profile.login", both), is(List.of("nested")));
  }

  @Test
  public void textsThatAreNoPaths() {
    for (String text :
        List.of(
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "*",
            "*.a",
            "[0]",
            "a[",
            "a[]",
            "a[x]",
            "a[0",
            "a[0]b",
            "a b",
            "a*",
            "a.*b",
            "a=b",
            "a|b",
            "${a}",
            "a.[0]",
            "a\u00A0b",
            "a\n",
            "a\tb")) {
      assertThat(text, SourcePath.parse(text).isPresent(), is(false));
    }
  }

  @Test
  public void aPathIsWrittenWithDots() {
    assertThat(SourcePath.of("a[0].b[*][1]").toString(), is("a.0.b.*.1"));
    assertThat(SourcePath.of("a[0]"), is(SourcePath.of("a.0")));
    assertThat(SourcePath.of("a.b-c:d_e.\u00FC").toString(), is("a.b-c:d_e.\u00FC"));
  }

  @Test
  public void aPathHasAnEnd() {
    assertThat(SourcePath.parse("a" + ".b[0]".repeat(99)).isPresent(), is(true));
    assertThat(SourcePath.parse("a" + ".b[0]".repeat(50_000)).isPresent(), is(false));
  }

  @Test
  public void whatIsReadForAPath() {
    assertThat(SourcePath.of("profile.phones.0").attribute(), is("profile.phones"));
    assertThat(SourcePath.of("profile").attribute(), is("profile"));
    assertThat(SourcePath.of("type.id").attribute(), is("type"));
  }

  /** Values of any shape, nested a few times. */
  private static Gen<SourceValue> values(int depth) {
    Gen<SourceValue> leaf = integers().between(0, 99).map(SourcePathTest::number);
    if (depth == 0) {
      return leaf;
    }
    return leaf.mix(records(depth - 1).map(value -> value), 60)
        .mix(lists().of(values(depth - 1)).ofSizeBetween(0, 3).map(SourceValue.Items::new), 40);
  }

  private static SourceValue number(int value) {
    return new SourceValue.Number(BigDecimal.valueOf(value));
  }

  private static Gen<SourceValue.Fields> records(int depth) {
    return lists()
        .of(values(depth))
        .ofSizeBetween(0, NAMES.size())
        .map(
            found -> {
              Map<String, SourceValue> named = new HashMap<>();
              for (int i = 0; i < found.size(); i++) {
                named.put(NAMES.get(i), found.get(i));
              }
              return new SourceValue.Fields(named);
            });
  }

  private static Gen<List<String>> steps(int fewest) {
    Gen<String> later = integers().between(0, 5).map(i -> "abc01*".substring(i, i + 1));
    return integers()
        .between(0, 2)
        .zip(lists().of(later).ofSizeBetween(fewest - 1, 3), SourcePathTest::steps);
  }

  private static List<String> steps(int first, List<String> later) {
    List<String> steps = new ArrayList<>(List.of(NAMES.get(first)));
    steps.addAll(later);
    return steps;
  }

  /**
   * Every value that is no list, under the full way to it: names after slashes, places in brackets.
   */
  private static void spell(String way, SourceValue value, Map<String, SourceValue> into) {
    if (value instanceof SourceValue.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        spell(way + "[" + i + "]", items.values().get(i), into);
      }
      return;
    }
    into.put(way, value);
    if (value instanceof SourceValue.Fields fields) {
      fields.values().forEach((name, inner) -> spell(way + "/" + name, inner, into));
    }
  }

  /** The oracle: a path is a pattern, and every way that it matches has a value. */
  private static Pattern pattern(List<String> steps) {
    StringBuilder pattern = new StringBuilder();
    for (String step : steps) {
      if (step.equals("*")) {
        pattern.append("\\[\\d+]");
      } else if (step.matches("\\d+")) {
        pattern.append("(?:\\[").append(step).append("]|/").append(step).append(")");
      } else {
        pattern.append("(?:\\[\\d+])*/").append(step);
      }
    }
    return Pattern.compile(pattern + "(?:\\[\\d+])*");
  }

  @Test
  public void everyPathFindsWhatItsPatternMatches() {
    qt().withExamples(3000)
        .forAll(records(3), steps(1))
        .checkAssert(
            (source, steps) -> {
              Map<String, SourceValue> ways = new LinkedHashMap<>();
              spell("", source, ways);
              Pattern pattern = pattern(steps);
              List<String> expected = new ArrayList<>();
              ways.forEach(
                  (way, value) -> {
                    if (pattern.matcher(way).matches()) {
                      expected.add(value.toString());
                    }
                  });
              List<String> found = new ArrayList<>();
              SourcePath.of(String.join(".", steps))
                  .values(source)
                  .forEach(value -> found.add(value.toString()));
              assertThat(steps + " in " + source, found, is(expected));
            });
  }

  /** The record with the fields of its first level joined to dotted names. */
  private static SourceValue.Fields flattened(SourceValue.Fields source) {
    Map<String, SourceValue> flat = new HashMap<>();
    source
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof SourceValue.Fields inner) {
                inner.values().forEach((below, deep) -> flat.put(name + "." + below, deep));
              } else {
                flat.put(name, value);
              }
            });
    return new SourceValue.Fields(Collections.unmodifiableMap(flat));
  }

  @Test
  public void nestedAndJoinedNamesAreAlike() {
    qt().withExamples(2000)
        .forAll(records(3), steps(2))
        .checkAssert(
            (source, steps) -> {
              SourcePath path = SourcePath.of(String.join(".", steps));
              assertThat(path.values(flattened(source)), is(path.values(source)));
            });
  }
}
