package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.quicktheories.core.Gen;

public class AqlTemplateTest {
  private static Optional<String> equality(String template) {
    return AqlTemplate.of(template).equalityAttribute();
  }

  private static String code(String template) {
    return assertThrows(MalformedAqlException.class, () -> AqlTemplate.of(template)).what().code();
  }

  @Test
  public void aPlainEqualityNamesItsAttribute() {
    assertThat(equality("Name=${roles}"), is(Optional.of("Name")));
    assertThat(equality(" \"Primary Email\" = ${x} "), is(Optional.of("Primary Email")));
    assertThat(equality("Group Name = ${x}"), is(Optional.of("Group Name")));
    assertThat(equality("Name = \"${x}\""), is(Optional.of("Name")));
    assertThat(equality("\"Name\" IN (${Locator${0}})"), is(Optional.of("Name")));
    assertThat(equality("Name in ( ${x} )"), is(Optional.of("Name")));
    assertThat(equality("\"A \\\"B\\\"\" = ${x}"), is(Optional.of("A \"B\"")));
    assertThat(equality("Origin = ${x}"), is(Optional.of("Origin")));
    assertThat(equality("\"Origin\"IN(${x})"), is(Optional.of("Origin")));
  }

  @Test
  public void everythingElseIsNoPlainEquality() {
    for (String template :
        List.of(
            "Name == ${x}",
            "Name != ${x}",
            "Name >= ${x}",
            "Name LIKE ${x}",
            "NOT Name = ${x}",
            "Owner.Name = ${x}",
            "Name = ${x} AND Status = Active",
            "objectType = Groups AND Name = ${x}",
            "Name = \"App ${x}\"",
            "Name NOT IN (${x})",
            "NameIN (${x})",
            "Name IN (${x}, Others)",
            "(Name = ${x})",
            "= ${x}",
            "\"\" = ${x}",
            "\"A\" \"B\" = ${x}",
            "${x}",
            "${x} = Name",
            "Name = ${x} ${x}")) {
      assertThat(template, equality(template), is(Optional.empty()));
    }
  }

  @Test
  public void aValueIsQuotedAndEscaped() {
    AqlTemplate template = AqlTemplate.of("Name=${x}");
    assertThat(template.fill("Ops"), is("\"Name\" = \"Ops\""));
    assertThat(template.fill("\" OR Name != \""), is("\"Name\" = \"\\\" OR Name != \\\"\""));
    assertThat(template.fill("a\\"), is("\"Name\" = \"a\\\\\""));
    assertThat(template.fill(" a\r\nb\tc\u2028d\u0000 "), is("\"Name\" = \"a b c d\""));
  }

  @Test
  public void otherConditionsKeepTheirForm() {
    assertThat(
        AqlTemplate.of("objectType = Groups AND (Name = ${x} OR Alias IN (${x${0}}))").fill("a\"b"),
        is("objectType = Groups AND (Name = \"a\\\"b\" OR Alias IN (\"a\\\"b\"))"));
    assertThat(AqlTemplate.of("Name = \"App: ${x}!\"").fill("a\"b"), is("Name = \"App: a\\\"b!\""));
    assertThat(
        AqlTemplate.of("Site = \"\\\"HQ\\\"\" AND Name = ${x}").fill("a"),
        is("Site = \"\\\"HQ\\\"\" AND Name = \"a\""));
  }

  @Test
  public void variablesAreKnown() {
    assertThat(
        AqlTemplate.of("A = ${ x } OR B = \"y ${z.0}\"").variables(), is(Set.of("x", "z.0")));
  }

  @Test
  public void conditionsThatCannotBeUsed() {
    assertThat(code("Name"), is("aql-variable-missing"));
    assertThat(code("Name = \"x\""), is("aql-variable-missing"));
    assertThat(code("Name = ${x} AND B = \"a"), is("aql-quote-open"));
    assertThat(code("Name = ${x} AND B = \"a\\\""), is("aql-quote-open"));
    assertThat(code("Name = ${x"), is("aql-variable-open"));
    assertThat(code("Name = ${}"), is("aql-variable-open"));
    assertThat(code("Name = \"${\" + ${x}"), is("aql-variable-open"));
    assertThat(code("Name = '${x}'"), is("aql-single-quote"));
    assertThat(code("(Name = ${x}"), is("aql-bracket-open"));
    assertThat(code("Name = ${x})"), is("aql-bracket-close"));
    assertThat(code("Name = ${x} AND " + "(".repeat(2000)), is("aql-too-long"));
  }

  @Test
  public void theErrorStandsWhereTheMistakeIs() {
    MalformedAqlException quote =
        assertThrows(MalformedAqlException.class, () -> AqlTemplate.of("A = ${x} AND B = \"a"));
    assertThat(quote.offset(), is(17));
  }

  private static final List<String> TEMPLATES =
      List.of(
          "Name=${x}",
          "\"Group Name\" = \"${x}\"",
          "Name IN (${x})",
          "Name LIKE ${x} AND Status = \"In use\"",
          "objectType = Groups AND (Name = ${x} OR Alias = \"also ${x}\")",
          "Name = \"${x} (app)\"");

  /** Texts made of what could end a literal, and of anything. */
  private static Gen<String> hostile() {
    List<String> pieces =
        List.of(
            "\"",
            "\\",
            "\\\"",
            "'",
            "\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u0000",
            "${x}",
            "$",
            ")",
            " OR Name != ",
            " AND ",
            "a",
            "\uD83D\uDE00",
            "\uD83D",
            "%",
            "*",
            "{0}",
            "");
    return lists()
        .of(integers().between(0, pieces.size() - 1).map(pieces::get))
        .ofSizeBetween(0, 12)
        .map(parts -> String.join("", parts))
        .mix(strings().allPossible().ofLengthBetween(0, 30));
  }

  @Test
  public void aHostileValueIsOneLiteralAndNothingElse() {
    qt().withExamples(5000)
        .forAll(hostile(), integers().between(0, TEMPLATES.size() - 1))
        .checkAssert(
            (value, which) -> {
              AqlTemplate template = AqlTemplate.of(TEMPLATES.get(which));
              List<AqlTokens.Token> plain = AqlTokens.of(template.fill("PLAIN"));
              List<AqlTokens.Token> filled = AqlTokens.of(template.fill(value));
              String expected = AqlTemplate.oneLine(value);
              List<AqlTokens.Token> wanted =
                  plain.stream().map(token -> token.replaced("PLAIN", expected)).toList();
              assertThat(filled, is(wanted));
            });
  }
}
