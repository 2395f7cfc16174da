package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.model.SourceValue;

public class ObjectMappingTest {
  private static SourceValue text(String value) {
    return new SourceValue.Text(value);
  }

  private static SourceValue items(SourceValue... values) {
    return new SourceValue.Items(List.of(values));
  }

  private static SourceValue.Fields fields(Object... pairs) {
    Map<String, SourceValue> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], (SourceValue) pairs[i + 1]);
    }
    return new SourceValue.Fields(values);
  }

  private static ObjectMapping mapping(String... lines) {
    ParsedMapping parsed = MappingParser.parse(String.join("\n", lines));
    assertThat(parsed.errors(), is(List.of()));
    return parsed.mapping().mappings().get(0);
  }

  private static MappedObject object(String text, SourceValue.Fields source) {
    return mapping(text.split("\n")).objectOf(source);
  }

  private final SourceValue.Fields ann =
      fields(
          "id", text("00u1"),
          "profile.firstName", text(" Ann "),
          "profile.lastName", text("Lee"),
          "profile.department", text(""),
          "roles", items(fields("label", text("Group Administrator"), "type", text("USER_ADMIN"))),
          "groups",
              items(
                  fields("id", text("00g1"), "profile", fields("name", text("Ops"))),
                  fields("id", text("00g2"), "profile", fields("name", text("Say \"hi\""))),
                  fields("id", text("00g3"), "profile", fields("name", text("Ops")))),
          "apps", items(text("Salesforce"), text("Zoom")));

  @Test
  public void aPersonWithReferences() {
    MappedObject object = object(MappingTexts.ACCESS, ann);
    assertThat(object.key(), is("00u1"));
    assertThat(
        object.values(),
        is(
            Map.of(
                "Username", List.of("00u1"),
                "Firstname", List.of("Ann"),
                "Lastname", List.of("Lee"))));
    assertThat(
        object.references(),
        is(
            Map.of(
                "Roles", List.of("Group Administrator"),
                "Groups", List.of("Ops", "Say \"hi\""),
                "Apps", List.of("Salesforce", "Zoom"))));
    assertThat(object.problems(), is(List.of()));
  }

  @Test
  public void whatIsMissingOrEmptyIsNoValue() {
    MappedObject object = object(MappingTexts.PEOPLE, ann);
    assertThat(
        object.values().keySet(), is(java.util.Set.of("WorkerID", "First Name", "Last Name")));
  }

  @Test
  public void aDeviceWithoutOwnerHasNoneAndOneWithTwoHasTheFirst() {
    SourceValue owner = fields("user", fields("profile", fields("email", text("ann@x.org"))));
    SourceValue other = fields("user", fields("profile", fields("email", text("bob@x.org"))));
    MappedObject nobody =
        object(
            MappingTexts.DEVICES,
            fields("id", text("guo1"), "_embedded", fields("users", items())));
    MappedObject two =
        object(
            MappingTexts.DEVICES,
            fields("id", text("guo2"), "_embedded", fields("users", items(owner, other))));
    assertThat(nobody.values(), is(Map.of("DeviceID", List.of("guo1"))));
    assertThat(two.values().get("Email"), is(List.of("ann@x.org")));
  }

  @Test
  public void allOwnersByAWildcard() {
    ObjectMapping mapping = mapping("key:id=ID", "map:users.*.email=Owners");
    SourceValue.Fields source =
        fields(
            "id", text("1"),
            "users",
                items(
                    fields("email", text("a")),
                    fields("x", text("b")),
                    fields("email", text("c"))));
    assertThat(mapping.objectOf(source).values().get("Owners"), is(List.of("a", "c")));
  }

  @Test
  public void withoutAKeyTheObjectIsSkippedAndTold() {
    MappedObject object = object("key:profile.employee=No", ann);
    assertThat(object.skipped(), is(true));
    assertThat(
        object.problems(),
        is(List.of(new MappingProblem("object-key-missing", "profile.employee"))));
    assertThat(object.values(), is(Map.of()));
  }

  @Test
  public void aKeyOfSeveralValuesIsNoKey() {
    MappedObject object = object("key:apps=No", ann);
    assertThat(object.skipped(), is(true));
    assertThat(
        object.problems(),
        is(List.of(new MappingProblem("object-key-several", "Salesforce, Zoom"))));
  }

  @Test
  public void aKeyThatIsTooLongIsNoKey() {
    MappedObject object = object("key:id=ID", fields("id", text("x".repeat(256))));
    assertThat(
        object.problems(), is(List.of(new MappingProblem("object-key-too-long", "x".repeat(40)))));
    assertThat(object("key:id=ID", fields("id", text("x".repeat(255)))).skipped(), is(false));
  }

  @Test
  public void aKeyIsOneLine() {
    assertThat(object("key:id=ID", fields("id", text("a\r\n b\u0000"))).key(), is("a  b"));
  }

  @Test
  public void plainTextKeepsItsLines_referencesDoNot() {
    MappedObject object =
        object(
            "key:id=ID\nmap:note=Note\nmap:site=Site|Name=${site}",
            fields("id", text("1"), "note", text("a\r\nb\u0007\tc "), "site", text("a\nb")));
    assertThat(object.values().get("Note"), is(List.of("a\nb \tc")));
    assertThat(object.references().get("Site"), is(List.of("a b")));
  }

  @Test
  public void composedAndDecomposedSpellingsAreOneValue() {
    MappedObject object =
        object(
            "key:id=ID\nmap:n=N",
            fields("id", text("1"), "n", items(text("\u00E9"), text("e\u0301"), text("E"))));
    assertThat(object.values().get("N"), is(List.of("\u00E9", "E")));
  }

  @Test
  public void objectsWithoutAnyNameAreNoValue() {
    MappedObject object =
        object(
            "key:id=ID\nmap:n=N",
            fields("id", text("1"), "n", items(fields("x", text("y")), fields("id", text("7")))));
    assertThat(object.values().get("N"), is(List.of("7")));
  }

  @Test
  public void aMappingWithoutAKeyMakesNothing() {
    ObjectMapping broken = MappingParser.parse("map:id=ID").mapping().mappings().get(0);
    assertThat(broken.objectOf(ann).skipped(), is(true));
  }

  @Test
  public void numbersAndFlagsAreWritten() {
    MappedObject object =
        object(
            "key:id=ID\nmap:n=N",
            fields(
                "id",
                new SourceValue.Number(new java.math.BigDecimal("1E+3")),
                "n",
                items(new SourceValue.Flag(false))));
    assertThat(object.key(), is("1000"));
    assertThat(object.values().get("N"), is(Arrays.asList("false")));
  }
}
