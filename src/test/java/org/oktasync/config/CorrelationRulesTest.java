package org.oktasync.config;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** By what existing accounts may be recognised. */
public class CorrelationRulesTest {
  private static final String NUMBER =
      "\"mapping\":{\"attributes\":[{\"target\":\"username\",\"source\":\"profile.login\"},"
          + "{\"target\":\"property\",\"key\":\"number\",\"name\":\"Number\","
          + "\"source\":\"profile.employeeNumber\"}]}";

  private static List<String> problems(String correlate, String mapping) {
    String json = "{\"name\":\"w\",\"users\":{\"correlate\":[%s]}%s}".formatted(correlate, mapping);
    ConnectionSettings settings = new SettingsJson().read(json).at("https://example.okta.com", 7);
    return new SettingsRules()
        .check(settings).stream()
            .map(problem -> problem.field() + " " + problem.message().code())
            .toList();
  }

  @Test
  public void loginEmailAndWhatIsMapped() {
    assertEquals(List.of(), problems("\"email\",\"login\"", ""));
    assertEquals(List.of(), problems("\"property:number\"", "," + NUMBER));
    assertEquals(
        List.of("users.correlate not-supported"), problems("\"login\",\"phone\"", "," + NUMBER));
  }

  @Test
  public void somethingRecognisesThem_unlessNobodyIsToBe() {
    assertEquals(List.of("users.correlate correlate-missing"), problems("", ""));
    String never = "{\"name\":\"w\",\"users\":{\"correlate\":[],\"adopt\":\"never\"}}";
    assertEquals(
        List.of(),
        new SettingsRules()
            .check(new SettingsJson().read(never).at("https://example.okta.com", 7)));
  }

  @Test
  public void whatIsNotMappedIsReadOfNeitherSide() {
    List<String> refused = List.of("users.correlate correlate-not-mapped");
    assertEquals(refused, problems("\"property:number\"", ""));
    assertEquals(refused, problems("\"property:other\"", "," + NUMBER));
    assertEquals(refused, problems("\"property:\"", "," + NUMBER));
  }
}
