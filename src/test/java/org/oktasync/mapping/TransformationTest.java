package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceValue;

/** Each step, with the values that surprise. */
public class TransformationTest {
  private static final SourceRecord ADA =
      new SourceRecord(
          Map.of(
              "profile.firstName", new SourceValue.Text("Ada"),
              "profile.lastName", new SourceValue.Text("Lovelace"),
              "profile.nickName", new SourceValue.Text(" ")));

  private static String after(Transformation step, String value) {
    Transformed result = step.apply(value, ADA);
    return result.ok() ? result.value() : result.problem().code();
  }

  @Test
  public void lettersAreFoldedAlikeInEveryLanguage() {
    assertEquals("ada.i@x.org", after(new Transformation.LowerCase(), "Ada.I@X.org"));
    assertEquals("ADA.I", after(new Transformation.UpperCase(), "ada.i"));
    assertEquals("Ada King", after(new Transformation.Trim(), "  Ada \t King "));
  }

  @Test
  public void aPartBeforeOrAfterAText() {
    assertEquals("ada", after(new Transformation.Before("@", false), "ada@x@y"));
    assertEquals("ada@x", after(new Transformation.Before("@", true), "ada@x@y"));
    assertEquals("x@y", after(new Transformation.After("@", false), "ada@x@y"));
    assertEquals("y", after(new Transformation.After("@", true), "ada@x@y"));
    assertEquals("ada", after(new Transformation.Before("@", false), "ada"));
    assertEquals("ada", after(new Transformation.After("@", true), "ada"));
    assertEquals("", after(new Transformation.Before("@", false), "@x"));
  }

  @Test
  public void aRegularExpressionWithGroups() {
    assertEquals("ada", after(regex("(.*)@.*", "$1"), "ada@x.org"));
    assertEquals("a12", after(regex("(.*)0(.*)", "$1$2"), "a012"));
    assertEquals("ada", after(regex("(.*)@.*", "$1"), "ada"));
    assertEquals("a-b-c", after(regex("[ _]", "-"), "a b_c"));
    assertEquals("$", after(regex(".+", "\\$"), "a"));
  }

  private static Transformation regex(String pattern, String replacement) {
    return new Transformation.Regex(SafeRegex.of(pattern), replacement);
  }

  @Test(timeout = 20_000)
  public void expressionsThatNeverEndAreGivenUpForThatValueAlone() {
    for (String evil : List.of("(a|aa)+\\1b", "(.*a){12}$", "(.*)(.*)(.*)(.*)(.*)b")) {
      assertEquals(evil, "regex-too-much-work", after(regex(evil, ""), "a".repeat(80) + "!"));
    }
    assertEquals("", after(regex("(a|aa)+\\1b", ""), "aaaab"));
  }

  @Test
  public void expressionsThatCannotBeUsedAreRefused() {
    assertEquals("regex-illegal", refused(() -> SafeRegex.of("(")));
    assertEquals("value-missing", refused(() -> SafeRegex.of("")));
    assertEquals("text-too-long", refused(() -> SafeRegex.of("a".repeat(1001))));
    assertEquals("regex-repeats", refused(() -> SafeRegex.of("((){10000}){10000}")));
    assertEquals("regex-repeats", refused(() -> SafeRegex.of("(){2147483647}")));
    assertEquals("regex-group", refused(() -> regex("a", "$1")));
    assertEquals("regex-group", refused(() -> regex("(a)", "$")));
    assertEquals("regex-group", refused(() -> regex("(?<n>a)", "${n}")));
    assertEquals("regex-group", refused(() -> regex("(a)", "\\")));
    assertEquals("date-pattern-illegal", refused(() -> DateForm.of("", "qwerty", "")));
    assertEquals("schedule-zone-unknown", refused(() -> DateForm.of("", "yyyy", "Mars")));
  }

  private static String refused(org.junit.function.ThrowingRunnable made) {
    return assertThrows(InvalidMappingException.class, made).code();
  }

  @Test
  public void textsAreReplacedPutBeforeAndPutAfter() {
    assertEquals("a-b-c", after(new Transformation.Replace(".", "-"), "a.b.c"));
    assertEquals("x.ada", after(new Transformation.Prefix("x."), "ada"));
    assertEquals("ada@x.org", after(new Transformation.Suffix("@x.org"), "ada"));
    assertEquals("", after(new Transformation.Prefix("x."), ""));
    assertEquals("", after(new Transformation.Suffix("@x.org"), ""));
    assertEquals("Jira", after(new Transformation.Fixed("Jira"), "ada"));
  }

  @Test
  public void attributesAreCombined() {
    assertEquals("Lovelace, Ada", combined("${profile.lastName}, ${profile.firstName}"));
    assertEquals("v (Ada)", combined("${value} (${profile.firstName})"));
    assertEquals("", combined("${profile.nickName} (${profile.title})"));
    assertEquals("(Ada) -", combined("${profile.title} (${profile.firstName}) -"));
    assertEquals("plain $ {x} ${", combined("plain $ {x} ${"));
    assertEquals(Set.of("profile.lastName"), Template.of("${value} ${profile.lastName}").paths());
  }

  private static String combined(String template) {
    return after(new Transformation.Combine(Template.of(template)), "v");
  }

  @Test
  public void theFirstThatIsNotEmptyCounts() {
    Transformation first =
        new Transformation.FirstOf(
            List.of(Template.of("${profile.nickName}"), Template.of("${profile.lastName}")));
    assertEquals("v", after(first, "v"));
    assertEquals("Lovelace", after(first, " "));
    assertEquals("", after(new Transformation.FirstOf(List.of(Template.of("${a}"))), ""));
  }

  @Test
  public void whatAnAlternativeReadsIsAskedOfTheSource() {
    Transformation first =
        new Transformation.FirstOf(
            List.of(Template.of("${profile.nickName}"), Template.of("${value} ${profile.b}")));
    assertEquals(Set.of("profile.nickName", "profile.b"), first.paths());
    assertEquals(Set.of(), new Transformation.LowerCase().paths());
  }

  @Test
  public void templatesOfOneTextAreOne() {
    assertEquals(Template.of("${a}"), Template.of("${a}"));
    assertEquals(Template.of("${a}").hashCode(), Template.of("${a}").hashCode());
    assertNotEquals(Template.of("${a}"), Template.of("${b}"));
    assertNotEquals(Template.of("${a}"), "${a}");
    assertEquals("x ${a}", Template.of("x ${a}").toString());
  }

  @Test
  public void aTableKnowsValuesInAnyCase() {
    Map<String, String> rows = Map.of("ENG ", "Engineering", "", "None");
    assertEquals("Engineering", after(new Transformation.Table(rows, false), " eng"));
    assertEquals("HR", after(new Transformation.Table(rows, false), "HR"));
    assertEquals("", after(new Transformation.Table(rows, true), "HR"));
    assertEquals("None", after(new Transformation.Table(rows, true), ""));
  }

  @Test
  public void datesAreRewritten() {
    assertEquals("31.01.2026", after(date("", "dd.MM.yyyy", ""), "2026-01-31"));
    assertEquals("31.01.2026", after(date("", "dd.MM.yyyy", ""), "2026-01-31T23:30:00.000Z"));
    assertEquals(
        "01.02.2026", after(date("", "dd.MM.yyyy", "Europe/Berlin"), "2026-01-31T23:30:00.000Z"));
    assertEquals("2026-01-31", after(date("MM/dd/yyyy", "yyyy-MM-dd", ""), "01/31/2026"));
    assertEquals("00:00", after(date("", "HH:mm", ""), "2026-01-31"));
    assertEquals("", after(date("", "yyyy", ""), ""));
    assertEquals("value-no-date", after(date("", "yyyy", ""), "soon"));
    assertEquals("value-no-date", after(date("", "yyyy", ""), "2026-02-31"));
  }

  private static Transformation date(String from, String to, String zone) {
    return new Transformation.Date(DateForm.of(from, to, zone));
  }

  @Test
  public void anyValueGivesAValueOrAProblem() {
    List<Transformation> all =
        List.of(
            new Transformation.LowerCase(),
            new Transformation.Trim(),
            new Transformation.Before("@", true),
            regex("(\\w+)\\W*(.*)", "$2$1"),
            new Transformation.Combine(Template.of("${value}${profile.lastName}")),
            new Transformation.Table(Map.of("a", "b"), false),
            date("", "yyyy", ""));
    qt().forAll(strings().allPossible().ofLengthBetween(0, 300))
        .checkAssert(
            text -> {
              for (Transformation step : all) {
                Transformed result = step.apply(text, ADA);
                assertNotNull(result.ok() ? result.value() : result.problem());
                assertEquals(result, step.apply(text, ADA));
              }
            });
  }
}
