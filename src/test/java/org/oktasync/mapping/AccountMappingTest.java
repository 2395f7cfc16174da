package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

/** What becomes of attributes that are empty, too long or otherwise unusable. */
public class AccountMappingTest {
  private final List<AttributeMapping> attributes = new ArrayList<>();

  private AccountMappingTest map(
      String target, String source, WhenEmpty whenEmpty, Transformation... steps) {
    attributes.add(new AttributeMapping(target, source, List.of(steps), whenEmpty));
    return this;
  }

  private AccountMappingTest usual() {
    return map("username", "profile.login", WhenEmpty.LEAVE_OUT);
  }

  private DesiredAccount desired(String... pairs) {
    Map<String, SourceValue> values = new HashMap<>();
    values.put("profile.login", new SourceValue.Text("ada"));
    for (int i = 0; i < pairs.length; i += 2) {
      values.put("profile." + pairs[i], new SourceValue.Text(pairs[i + 1]));
    }
    SourceUser user = new SourceUser(new ExternalId("00u1"), "ACTIVE", new SourceRecord(values));
    return new AccountMapping(attributes, Set.of(), ScopeRules.EVERYBODY).account(user);
  }

  @Test
  public void whatIsNotMappedIsNotKeptInStep() {
    DesiredAccount account = usual().desired("email", "a@x.org");
    assertEquals(Map.of(), account.attributes());
    assertEquals("ada", account.account().displayName());
    assertEquals("", account.account().email());
  }

  @Test
  public void namesAndPropertiesAreFurtherAttributes() {
    DesiredAccount account =
        usual()
            .map("firstName", "profile.firstName", WhenEmpty.CLEAR)
            .map("property:team", "profile.department", WhenEmpty.CLEAR)
            .desired("firstName", "Ada", "department", "R&D");
    assertEquals(Map.of("firstName", "Ada", "property:team", "R&D"), account.attributes());
  }

  @Test
  public void anEmptyValueClearsKeepsOrLeavesThePersonOut() {
    DesiredAccount account =
        usual()
            .map("email", "profile.email", WhenEmpty.KEEP)
            .map("property:a", "profile.a", WhenEmpty.CLEAR)
            .map("property:b", "profile.b", WhenEmpty.KEEP)
            .desired();
    assertEquals(Map.of("property:a", ""), account.attributes());
    map("property:c", "profile.c", WhenEmpty.LEAVE_OUT);
    DesiredAccount leftOut = desired();
    assertNull(leftOut.account());
    assertEquals(new MappingProblem("value-empty", "property:c"), leftOut.problem());
  }

  @Test
  public void aNameThatIsTooLongIsCutAndReported() {
    DesiredAccount account =
        usual()
            .map("displayName", "profile.displayName", WhenEmpty.USERNAME)
            .desired("displayName", "n".repeat(300));
    assertEquals("n".repeat(255), account.attributes().get("displayName"));
    assertEquals("value-cut", account.remarks().get(0).code());
  }

  @Test
  public void aValueThatIsTooLongOrUnusableIsReportedAndNotWritten() {
    DesiredAccount account =
        usual()
            .map("email", "profile.email", WhenEmpty.CLEAR)
            .map("property:a", "profile.a", WhenEmpty.CLEAR)
            .map(
                "property:b",
                "profile.b",
                WhenEmpty.CLEAR,
                new Transformation.Date(DateForm.of("", "yyyy", "")))
            .desired("email", "no address", "a", "x".repeat(256), "b", "soon");
    assertEquals(Map.of(), account.attributes());
    assertEquals(
        List.of("email-unusable", "value-too-long", "value-no-date"),
        account.remarks().stream().map(MappingProblem::code).toList());
    assertEquals("email: no address", account.remarks().get(0).detail());
  }

  @Test
  public void aUserNameThatCannotBeWorkedOutLeavesThePersonOut() {
    map(
        "username",
        "profile.login",
        WhenEmpty.LEAVE_OUT,
        new Transformation.Regex(SafeRegex.of("(.*a){12}$"), ""));
    DesiredAccount account = desired("login", "a".repeat(60) + "!");
    assertNull(account.account());
    assertEquals("regex-too-much-work", account.problem().code());
    assertEquals("00u1", account.label());
  }

  @Test
  public void itNamesEveryAttributeThatItReads() {
    usual()
        .map(
            "displayName",
            "profile.displayName",
            WhenEmpty.USERNAME,
            new Transformation.Combine(Template.of("${value} ${profile.title}")));
    assertEquals(
        Set.of("profile.login", "profile.displayName", "profile.title"),
        new AccountMapping(attributes, Set.of(), ScopeRules.EVERYBODY).paths());
  }
}
