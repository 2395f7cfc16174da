package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.oktasync.model.SourceValue;
import org.quicktheories.core.Gen;

public class MappingPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "key",
          "map",
          "config",
          ":",
          "=",
          "|",
          "\n",
          "\r\n",
          "\r",
          "Groups:",
          "Apps :",
          "#",
          "id",
          "profile.email",
          "groups.*.id",
          "a[0].b",
          "*",
          "[",
          "]",
          ".",
          "${",
          "}",
          "${groups}",
          "Name",
          "\"",
          "'",
          "(",
          ")",
          "section",
          "roles",
          "data_source",
          "page_size",
          "10",
          "/api/v1/groups?x=y z",
          "https://",
          "%",
          "%2e",
          "\u00A0",
          "\u200B",
          "\uFEFF",
          "\u2022 ",
          "- ",
          "\uFF1A",
          "\uFF1D",
          "\uFF5C",
          "\uD83D",
          "\u2028",
          "\t",
          " ",
          "\\",
          "IN",
          "map:x=Y\n",
          "key:id=ID\n",
          "config:section=groups\n");

  private static Gen<String> texts() {
    Gen<String> likely =
        lists()
            .of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
            .ofSizeBetween(0, 40)
            .map(parts -> String.join("", parts));
    return likely.mix(strings().allPossible().ofLengthBetween(0, 100), 20);
  }

  /** The mapping as it says, wherever it stands. */
  private static List<ObjectMapping> placeless(AssetsMapping mapping) {
    return mapping.mappings().stream()
        .map(
            one ->
                new ObjectMapping(
                    one.name(),
                    one.key() == null
                        ? null
                        : new KeyRule(one.key().path(), one.key().attribute(), Place.NONE),
                    one.attributes().stream().map(MappingPropertyTest::placeless).toList(),
                    one.sections(),
                    one.dataSource(),
                    one.search(),
                    one.pageSize(),
                    one.dataLimit()))
        .toList();
  }

  private static AttributeRule placeless(AttributeRule rule) {
    return rule instanceof ReferenceRule reference
        ? new ReferenceRule(rule.path(), rule.attribute(), reference.condition(), Place.NONE)
        : new PlainRule(rule.path(), rule.attribute(), Place.NONE);
  }

  @Test
  public void anyTextIsReadCheckedAndShown_andEveryErrorStandsInTheText() {
    SourceValue.Fields source = new SourceValue.Fields(Map.of("id", new SourceValue.Text("1")));
    qt().withExamples(5000)
        .forAll(texts())
        .checkAssert(
            text -> {
              ParsedMapping parsed = MappingParser.parse(text);
              parsed.mapping().mappings().forEach(one -> one.objectOf(source));
              parsed.mapping().mappings().forEach(ObjectMapping::attributesToRead);
              new MappingCheck("Users").check(text, Schemas.of(), SourceFields.UNKNOWN);
              List<String> lines = TextLines.of(text).lines();
              for (MappingError error : parsed.errors()) {
                String line = lines.get(error.line() - 1);
                assertTrue(error.column() >= 1);
                assertTrue(error.column() - 1 + error.place().length() <= line.length());
              }
              for (MappingRow row : new MappingTable(text).rows()) {
                new MappingTable(new MappingTable(text).with(row)).rows();
              }
            });
  }

  @Test
  public void whatIsUnderstoodOfAnyText_isPrintedAndReadAgain() {
    qt().withExamples(5000)
        .forAll(texts())
        .checkAssert(
            text -> {
              ParsedMapping parsed = MappingParser.parse(text);
              if (parsed.sound()) {
                String printed = PrintedMapping.print(parsed.mapping());
                ParsedMapping again = MappingParser.parse(printed);
                assertThat(printed, again.errors(), is(List.of()));
                assertThat(placeless(again.mapping()), is(placeless(parsed.mapping())));
              }
            });
  }

  @Test
  public void aMappingIsPrintedAndReadAgain() {
    qt().withExamples(2000)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              AssetsMapping mapping = new Invented(new Random(seed)).mapping();
              String printed = PrintedMapping.print(mapping);
              ParsedMapping again = MappingParser.parse(printed);
              assertThat(printed, again.errors(), is(List.of()));
              assertThat(placeless(again.mapping()), is(placeless(mapping)));
            });
  }

  @Test
  public void aTextIsItsLines() {
    qt().forAll(texts())
        .checkAssert(
            text -> {
              TextLines lines = TextLines.of(text);
              assertThat(lines.text(), is(text));
              int middle = (lines.lines().size() + 1) / 2;
              assertThat(lines.withAfter(middle, "x").without(middle + 1).text(), is(text));
            });
  }

  /** Mappings that may be written, made up by chance. */
  private static final class Invented {
    private static final List<String> NAMES =
        List.of(
            "Name",
            "First Name",
            "E\u2011Mail",
            "Employee #",
            "A=B",
            "\u00DC:x",
            "\"quoted\"",
            "5",
            "a - b",
            "\u540D\u524D",
            "$x",
            "{y}",
            "config",
            "C++",
            "it's");

    private static final List<String> PATHS =
        List.of(
            "id", "profile.email", "a.0.b", "groups", "groups.*.id", "_x.y-z:1", "\u00FC.\u540D");

    private final Random chance;

    Invented(Random chance) {
      this.chance = chance;
    }

    private <T> T one(List<T> of) {
      return of.get(chance.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of) {
      List<T> shuffled = new ArrayList<>(of);
      java.util.Collections.shuffle(shuffled, chance);
      return shuffled.subList(0, chance.nextInt(shuffled.size()));
    }

    AssetsMapping mapping() {
      List<ObjectMapping> mappings = new ArrayList<>();
      if (chance.nextBoolean()) {
        mappings.add(mapping(""));
      }
      some(List.of("Groups", "My Apps", "\u540D", "Devices 2"))
          .forEach(name -> mappings.add(mapping(name)));
      return new AssetsMapping(mappings);
    }

    private ObjectMapping mapping(String name) {
      List<String> attributes = some(NAMES);
      boolean people = chance.nextBoolean();
      Set<String> sections =
          people ? some(Section.ALL).stream().collect(Collectors.toSet()) : Set.of();
      return new ObjectMapping(
          name,
          new KeyRule(SourcePath.of("id"), "Okta ID", Place.NONE),
          attributes.stream().map(this::rule).toList(),
          sections,
          people ? "" : one(List.of("/api/v1/groups", "/api/v1/devices?limit=2&expand=a%20b")),
          one(List.of("", "status eq \"STAGED\"", "(a eq \"b=c\" or d pr)")),
          one(List.of(0, 1, 200)),
          one(List.of(0, 7)));
    }

    private AttributeRule rule(String attribute) {
      String path = one(PATHS);
      if (chance.nextBoolean()) {
        return new PlainRule(SourcePath.of(path), attribute, Place.NONE);
      }
      String condition =
          one(
              List.of(
                  "Name=${%s}",
                  "\"Group | Name\" IN (${%s})",
                  "Name LIKE \"x ${%s} = \\\"y\\\"\" AND Site = \"it's\""));
      return new ReferenceRule(
          SourcePath.of(path),
          attribute,
          AqlTemplate.of(String.format(condition, path)),
          Place.NONE);
    }
  }
}
