package org.oktasync.run.rules;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.MappingSettings;
import org.oktasync.config.SettingsJson;

/** Mappings as they are stored, and what is wrong with them. */
public class MappingReaderTest {
  private static MappingSettings settings(String json) {
    return new SettingsJson().read("{\"mapping\":" + json + "}").mapping();
  }

  private static List<String> problems(String attributes) {
    List<FieldProblem> problems = new ArrayList<>();
    new MappingReader(problems).read(settings("{\"attributes\":[" + attributes + "]}"));
    return problems.stream()
        .map(problem -> problem.field() + " " + problem.message().code())
        .toList();
  }

  private static final String NAME = "{\"target\":\"username\",\"source\":\"profile.login\"}";

  private static List<String> steps(String steps) {
    return problems(
        "{\"target\":\"username\",\"source\":\"profile.login\",\"steps\":[" + steps + "]}");
  }

  @Test
  public void theDefaultsAreWhatTheyWere() {
    List<FieldProblem> problems = new ArrayList<>();
    assertEquals(
        new MappingReader(problems).read(MappingSettings.DEFAULTS),
        new MappingReader(problems).read(settings("{}")));
    assertEquals(List.of(), problems);
  }

  @Test
  public void settingsOfEarlierVersionsKeepTheirSources() {
    MappingSettings read =
        settings(
            "{\"username\":\"profile.email\",\"email\":\"profile.mail\",\"displayName\":\"profile.nick\"}");
    assertEquals(
        List.of("profile.email", "profile.mail", "profile.nick"),
        read.attributes().stream().map(attribute -> attribute.source()).toList());
    assertEquals(
        MappingSettings.DEFAULTS.attributes().get(2).steps(), read.attributes().get(2).steps());
  }

  @Test
  public void whatIsWrittenIsReadBack() {
    MappingSettings written =
        settings(
            "{\"attributes\":["
                + NAME
                + ",{\"target\":\"property\",\"key\":\"team\",\"name\":\"Team\","
                + "\"source\":\"profile.department\",\"whenEmpty\":\"keep\",\"steps\":["
                + "{\"type\":\"table\",\"rows\":[{\"from\":\"a\",\"to\":\"b\"}],\"otherwise\":\"empty\"},"
                + "{\"type\":\"regex\",\"text\":\"(x)\",\"replacement\":\"$1\"}]}]}");
    SettingsJson json = new SettingsJson();
    String stored = json.write(json.read("{\"mapping\":" + toJson(written) + "}"));
    assertEquals(written, json.read(stored).mapping());
  }

  private static String toJson(MappingSettings mapping) {
    return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(mapping).toString();
  }

  @Test
  public void eachMistakeIsNamedAtItsField() {
    assertEquals(List.of("mapping.attributes account-mapping-username-missing"), problems(""));
    assertEquals(
        List.of("mapping.attributes.1.target account-mapping-target-twice"),
        problems(NAME + "," + NAME));
    assertEquals(
        List.of("mapping.attributes.1.target not-supported"),
        problems(NAME + ",{\"target\":\"shoes\",\"source\":\"profile.x\"}"));
    assertEquals(
        List.of(
            "mapping.attributes.1.source account-mapping-source-missing",
            "mapping.attributes.1.key account-mapping-key-unusable",
            "mapping.attributes.1.name value-missing"),
        problems(NAME + ",{\"target\":\"property\",\"key\":\"a b\"}"));
    assertEquals(
        List.of("mapping.attributes.2.target account-mapping-target-twice"),
        problems(
            NAME
                + ",{\"target\":\"property\",\"key\":\"team\",\"name\":\"T\",\"source\":\"a\"}"
                + ",{\"target\":\"property\",\"key\":\"Team\",\"name\":\"U\",\"source\":\"b\"}"));
    assertEquals(
        List.of("mapping.attributes.1.source account-mapping-source-unusable"),
        problems(NAME + ",{\"target\":\"email\",\"source\":\"profile..x\"}"));
    assertEquals(
        List.of("mapping.attributes.1.whenEmpty not-supported"),
        problems(NAME + ",{\"target\":\"email\",\"source\":\"x\",\"whenEmpty\":\"username\"}"));
  }

  @Test
  public void eachBrokenStepIsNamed() {
    String at = "mapping.attributes.0.steps.0.";
    assertEquals(List.of(at + "type not-supported"), steps("{\"type\":\"dance\"}"));
    assertEquals(List.of(at + "text value-missing"), steps("{\"type\":\"prefix\"}"));
    assertEquals(List.of(at + "text regex-illegal"), steps("{\"type\":\"regex\",\"text\":\"(\"}"));
    assertEquals(
        List.of(at + "replacement regex-group"),
        steps("{\"type\":\"regex\",\"text\":\"a\",\"replacement\":\"$1\"}"));
    assertEquals(List.of(at + "texts value-missing"), steps("{\"type\":\"first-of\"}"));
    assertEquals(List.of(at + "rows value-missing"), steps("{\"type\":\"table\"}"));
    assertEquals(
        List.of(at + "from date-pattern-illegal"),
        steps("{\"type\":\"date\",\"from\":\"qqqqqqqq\",\"text\":\"yyyy\"}"));
    assertEquals(
        List.of(at + "which not-supported"),
        steps("{\"type\":\"before\",\"text\":\"@\",\"which\":\"any\"}"));
    assertEquals(List.of(), steps("{\"type\":\"before\",\"text\":\"@\",\"which\":\"last\"}"));
    assertEquals(
        List.of(at + "text template-open"),
        steps("{\"type\":\"combine\",\"text\":\"${profile.firstName ${value}\"}"));
    assertEquals(
        List.of(at + "texts template-open"),
        steps("{\"type\":\"first-of\",\"texts\":[\"${value}\",\"${profile.x\"]}"));
    assertEquals(
        List.of(at + "rows table-row-twice"),
        steps(
            "{\"type\":\"table\",\"rows\":[{\"from\":\"a\",\"to\":\"b\"},{\"from\":\""
                + " A\",\"to\":\"c\"}]}"));
  }
}
