package org.oktasync.plan.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/** A mapping meets a schema that somebody changed: what fits is kept, what does not is told. */
public class TypeRulesTest {
  private static final ObjectType GROUPS =
      new ObjectType("g", "Groups", List.of(attribute("Name", AttributeType.TEXT)));

  private final ProblemCount problems = new ProblemCount();

  private static ObjectAttribute attribute(String name, AttributeType type) {
    return attribute(name, type, true, "");
  }

  private static ObjectAttribute attribute(
      String name, AttributeType type, boolean editable, String refersTo) {
    return new ObjectAttribute(name, name, type, editable, false, 0, 1, false, refersTo, List.of());
  }

  private Optional<TypeRules> rules(String text, ObjectAttribute... attributes) {
    ObjectType users = new ObjectType("u", "Users", List.of(attributes));
    return TypeRules.of(
        new ObjectSchema("1", "OKT", "Okta", List.of(users, GROUPS)),
        users,
        MappingParser.parse(text).mapping().mappings().get(0),
        problems);
  }

  private List<String> told() {
    return problems.notices().stream().map(TypeRulesTest::text).toList();
  }

  private static String text(Message notice) {
    return notice.code() + " " + notice.arguments();
  }

  private static List<String> filled(Optional<TypeRules> rules) {
    return rules.orElseThrow().rules().stream().map(BoundRule::mapped).toList();
  }

  @Test
  public void withoutAUsableKeyNothingIsPlanned() {
    for (AttributeType type :
        List.of(
            AttributeType.REFERENCE,
            AttributeType.USER,
            AttributeType.STATUS,
            AttributeType.OTHER)) {
      assertTrue(rules("key:id=Id\n", attribute("Id", type)).isEmpty());
    }
    assertTrue(rules("key:id=Id\n", attribute("Id", AttributeType.TEXT, false, "")).isEmpty());
    assertTrue(rules("key:id=Id\n", attribute("Other", AttributeType.TEXT)).isEmpty());
    assertEquals(List.of("assets-key-unusable [Users, Id, 6, ]"), told());
  }

  @Test
  public void linesThatTheSchemaCannotTake_areLeftOutAndTold() {
    Optional<TypeRules> rules =
        rules(
            "key:id=id\nmap:a=Gone\nmap:b=Fixed\nmap:c=Other\nmap:d=Text|Name=${d}\n"
                + "map:e=Groups\nmap:f=floor\n",
            attribute("Id", AttributeType.TEXT),
            attribute("Fixed", AttributeType.TEXT, false, ""),
            attribute("Other", AttributeType.OTHER),
            attribute("Text", AttributeType.TEXT),
            attribute("Groups", AttributeType.REFERENCE, true, "gone"),
            attribute("Floor", AttributeType.INTEGER));
    assertEquals(List.of("id", "floor"), filled(rules));
    assertEquals("Floor", rules.get().rules().get(1).attribute().name());
    assertEquals(
        List.of(
            "assets-attribute-missing [Users, Gone, 1, ]",
            "assets-attribute-no-reference [Users, Text, 1, ]",
            "assets-attribute-not-writable [Users, Fixed, 1, ]",
            "assets-attribute-not-writable [Users, Other, 1, ]",
            "assets-reference-unknown [Users, Groups, 1, ]"),
        told());
  }

  @Test
  public void aReferenceMustLeadToATypeThatHasWhatItLooksFor() {
    ObjectAttribute id = attribute("Id", AttributeType.TEXT);
    ObjectAttribute gone = attribute("Gone", AttributeType.REFERENCE, true, "x");
    ObjectAttribute groups = attribute("Groups", AttributeType.REFERENCE, true, "g");
    assertEquals(
        List.of("Id"),
        filled(
            rules(
                "key:id=Id\nmap:a=Gone|Name=${a}\nmap:groups=Groups|Label=${groups}\n",
                id,
                gone,
                groups)));
    assertEquals(
        List.of(
            "assets-lookup-missing [Users, Groups, 1, Label]",
            "assets-reference-unknown [Users, Gone, 1, ]"),
        told());
    TypeRules bound =
        rules("key:id=Id\nmap:groups=Groups|name=${groups}\n", id, gone, groups).orElseThrow();
    assertEquals(List.of("Groups"), bound.references().map(rule -> rule.target().name()).toList());
    assertTrue(bound.fills(groups) && bound.fills(id) && !bound.fills(gone));
  }

  @Test
  public void theStatusOfMissingObjects_goesWhereItCanBeWritten() {
    TypeRules rules =
        rules(
                "key:id=Id\n",
                attribute("Id", AttributeType.TEXT),
                attribute("State", AttributeType.STATUS, false, ""),
                attribute("Second", AttributeType.STATUS),
                attribute("Third", AttributeType.STATUS))
            .orElseThrow();
    assertEquals("Second", rules.status().orElseThrow().name());
    assertTrue(rules("key:id=Id\n", attribute("Id", AttributeType.TEXT)).get().status().isEmpty());
  }

  @Test
  public void whatObjectsMustBeCalled_isKnown() {
    ObjectType type =
        new ObjectType(
            "u",
            "Users",
            List.of(
                required("Key", AttributeType.TEXT, false, true),
                required("Title", AttributeType.TEXT, true, true),
                required("NAME", AttributeType.TEXT, true, false),
                required("Other", AttributeType.TEXT, true, false),
                required("Number", AttributeType.INTEGER, true, true),
                attribute("Name", AttributeType.TEXT)));
    assertEquals(
        List.of("Title", "NAME"), TypeRules.names(type).map(ObjectAttribute::name).toList());
  }

  private static ObjectAttribute required(
      String name, AttributeType type, boolean editable, boolean label) {
    return new ObjectAttribute(name, name, type, editable, label, 1, 1, false, "", List.of());
  }

  @Test
  public void oneNoticeSaysHowOftenAndWithWhichValue() {
    problems.add("b", "Users", "Floor", "zeta");
    problems.add("b", "Users", "Floor", "beta");
    problems.add("b", "Users", "Floor", "gamma");
    problems.add("b", "Users", "Age", "x");
    problems.add("b", "Groups", "Floor", "y");
    problems.add("a", "Users", "Floor", "z");
    assertEquals(
        List.of(
            "a [Users, Floor, 1, z]",
            "b [Groups, Floor, 1, y]",
            "b [Users, Age, 1, x]",
            "b [Users, Floor, 3, beta]"),
        told());
  }
}
