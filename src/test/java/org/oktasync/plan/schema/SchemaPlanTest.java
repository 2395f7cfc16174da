package org.oktasync.plan.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.schema.SchemaPlan.Renaming;

/** What a schema needs. */
public class SchemaPlanTest {
  private static final ObjectSchema EMPTY = new ObjectSchema("1", "OKT", "Okta", List.of());
  private static final List<ProfileField> FIELDS =
      List.of(
          new ProfileField("profile.email", "Email", AttributeType.EMAIL, false),
          new ProfileField("profile.floor", "Floor", AttributeType.INTEGER, false),
          new ProfileField("profile.tags", "Tags", AttributeType.TEXT, true));

  @Test
  public void aMappingOfTheManual_needsItsTypes_eachCalledByWhatItHas() {
    List<WantedType> wanted =
        wanted(
            "key:id=Username\nmap:profile.firstName=Firstname\nmap:profile.email=User\n"
                + "map:profile.email=Mail\nmap:profile.floor=Floor\nmap:profile.tags=Tags\n"
                + "map:roles=Roles|Name=${roles}\nconfig:section=roles\n\nGroups:\n"
                + "key:id=Group ID\nmap:profile.name=Group Name\n"
                + "config:data_source=/api/v1/groups\n");

    assertEquals(
        List.of("Users", "Groups", "Roles"), wanted.stream().map(WantedType::name).toList());
    WantedType users = wanted.get(0);
    assertEquals("Username", users.label());
    assertTrue(users.attribute("username").orElseThrow().unique());
    assertEquals(AttributeType.USER, users.attribute("User").orElseThrow().type());
    assertEquals(AttributeType.EMAIL, users.attribute("Mail").orElseThrow().type());
    assertEquals(AttributeType.INTEGER, users.attribute("Floor").orElseThrow().type());
    assertTrue(users.attribute("Tags").orElseThrow().several());
    assertEquals("Roles", users.attribute("Roles").orElseThrow().refersTo());
    assertTrue(users.attribute("Roles").orElseThrow().several());
    assertEquals(AttributeType.STATUS, users.attribute("Status").orElseThrow().type());
    assertEquals("Group Name", wanted.get(1).label());
    assertEquals("Name", wanted.get(2).label());
    assertFalse(wanted.get(2).attribute("Status").isPresent());
  }

  @Test
  public void managersAndOwners_arePeople() {
    List<WantedType> wanted =
        wanted(
            "key:id=Id\n"
                + "map:profile.managerId=Boss|Id=${profile.managerId}\n\n"
                + "Devices:\n"
                + "key:id=DeviceID\n"
                + "map:_embedded.users.*.user.id=Owners|Id=${x}\n"
                + "config:data_source=/api/v1/devices\n");
    assertEquals(List.of("Users", "Devices"), wanted.stream().map(WantedType::name).toList());
    WantedAttribute boss = wanted.get(0).attribute("Boss").orElseThrow();
    assertEquals("Users", boss.refersTo());
    assertFalse(boss.several());
    assertTrue(wanted.get(1).attribute("Owners").orElseThrow().several());
    assertEquals("Users", wanted.get(1).attribute("Owners").orElseThrow().refersTo());
  }

  @Test
  public void anEmptySchema_getsEverything_referredTypesBeforeReferences() {
    SchemaPlan plan = plan("key:id=Id\nmap:groups=Groups|Name=${groups}\n", EMPTY, List.of());

    assertEquals(
        List.of(
            "create-status ",
            "create-type Users",
            "create-type Groups",
            "name-label Users Id",
            "create-attribute Users Groups",
            "create-attribute Users Status"),
        steps(plan));
  }

  @Test
  public void whatIsThere_stays_whateverItsValues() {
    ObjectType groups = type("2", "Groups", attribute("Name", AttributeType.TEXT, 1));
    ObjectType users =
        type(
            "3",
            "users",
            attribute("ID", AttributeType.INTEGER, 1),
            attribute("Tags", AttributeType.TEXT, 1),
            attribute("Status", AttributeType.STATUS, 1),
            attribute("Floor", AttributeType.TEXT, 1));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(groups, users));
    String text = "key:id=Id\nmap:profile.tags=Tags\nmap:profile.floor=Floor\n";

    assertEquals(
        List.of("widen-attribute users Tags".replace("users", "Users")),
        steps(plan(text, schema, List.of("Not in Okta"))));
  }

  @Test
  public void aTypeThatWasOnlyJustMade_isFinished() {
    ObjectType bare = type("2", "Users", attribute("Name", AttributeType.TEXT, 1));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(bare));
    assertEquals(
        List.of("name-label Users Id", "create-attribute Users Status"),
        steps(plan("key:id=Id\n", schema, List.of("not in okta"))));
  }

  @Test
  public void aTypeWithAttributesOfItsOwn_keepsItsName() {
    ObjectType own =
        type(
            "2",
            "Users",
            attribute("Name", AttributeType.TEXT, 1),
            attribute("Shoe", AttributeType.TEXT, 1));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(own));
    assertEquals(
        List.of("create-attribute Users Id", "create-attribute Users Status"),
        steps(plan("key:id=Id\n", schema, List.of("Not in Okta"))));
  }

  @Test
  public void whatIsRenamed_isNotMadeAnew() {
    ObjectType users =
        type(
            "2",
            "Users",
            attribute("Id", AttributeType.TEXT, 1),
            attribute("Status", AttributeType.STATUS, 1),
            attribute("Cost Center", AttributeType.TEXT, 1));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(users));
    List<WantedType> wanted = wanted("key:id=Id\nmap:profile.cost=Cost Centre\n");
    Renaming renaming = new Renaming("Users", "Cost Center", "Cost Centre");

    SchemaPlan plan =
        SchemaPlan.of(wanted, schema, List.of("Not in Okta"), "Not in Okta", List.of(renaming));

    assertEquals(List.of("rename-attribute Users Cost Centre"), steps(plan));
  }

  @Test
  public void whatCannotBeRenamed_isMade() {
    WantedType users =
        new WantedType("users", List.of(WantedAttribute.of("New", AttributeType.TEXT)), "New");
    Renaming renaming = new Renaming("Users", "Old", "New");

    assertEquals(
        "not there",
        List.of("create-attribute users New"),
        steps(renamed(users, renaming, attribute("Other", AttributeType.TEXT, 1))));
    assertEquals(
        "both there: nothing is to be done",
        List.of(),
        steps(
            renamed(
                users,
                renaming,
                attribute("old", AttributeType.TEXT, 1),
                attribute("new", AttributeType.TEXT, 1))));
    assertEquals(
        "filled by Assets itself",
        List.of("create-attribute users New"),
        steps(renamed(users, renaming, fixed("Old"), attribute("Other", AttributeType.TEXT, 1))));
    assertEquals(
        List.of("rename-attribute Users New"),
        steps(renamed(users, renaming, attribute("OLD", AttributeType.TEXT, 1))));
    assertEquals(
        "of another type",
        List.of("rename-attribute Groups New", "create-attribute users New"),
        steps(
            renamed(
                users,
                new Renaming("Groups", "Old", "New"),
                attribute("Old", AttributeType.TEXT, 1))));
  }

  private static SchemaPlan renamed(
      WantedType wanted, Renaming renaming, ObjectAttribute... attributes) {
    ObjectSchema schema =
        new ObjectSchema(
            "1",
            "OKT",
            "Okta",
            List.of(
                type("2", "Users", attributes),
                type("3", "Groups", attribute("Old", AttributeType.TEXT, 1))));
    return SchemaPlan.of(List.of(wanted), schema, List.of(), "", List.of(renaming));
  }

  @Test
  public void onlyWhatIsFilledWithSeveral_isWidened_andNeverWhatObjectsAreCalledBy() {
    WantedType users =
        new WantedType(
            "Users",
            List.of(
                several("Label"), several("Fixed"), several("Two"), several("Any"), several("One")),
            "Label");
    ObjectType there =
        type(
            "2",
            "Users",
            new ObjectAttribute(
                "l", "Label", AttributeType.TEXT, true, true, 1, 1, false, "", List.of()),
            fixed("Fixed"),
            attribute("Two", AttributeType.TEXT, 2),
            attribute("Any", AttributeType.TEXT, ObjectAttribute.UNLIMITED),
            attribute("One", AttributeType.TEXT, 1));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(there));

    assertEquals(
        List.of("widen-attribute Users One"),
        steps(SchemaPlan.of(List.of(users), schema, List.of(), "", List.of())));
  }

  @Test
  public void aNewTypeThatIsCalledByItsName_isLeftAsAssetsMakesIt() {
    WantedType roles =
        new WantedType("Roles", List.of(WantedAttribute.of("name", AttributeType.TEXT)), "name");
    assertEquals(
        List.of("create-type Roles"),
        steps(SchemaPlan.of(List.of(roles), EMPTY, List.of(), "", List.of())));
  }

  @Test
  public void aSchemaThatHasEverything_isLeftAsItIs() {
    ObjectSchema schema =
        new ObjectSchema(
            "1",
            "OKT",
            "Okta",
            List.of(
                type(
                    "2",
                    "USERS",
                    fixed("Key"),
                    attribute("ID", AttributeType.TEXT, 1),
                    attribute("status", AttributeType.STATUS, 1))));
    assertTrue(plan("key:id=Id\n", schema, List.of("NOT IN OKTA")).isEmpty());
    assertFalse(plan("key:id=Id\n", schema, List.of("Active")).isEmpty());
  }

  @Test
  public void whatAssetsKeepsItself_doesNotMakeATypeOneOfSomebodysOwn() {
    ObjectType bare =
        type(
            "2", "Users", fixed("Key"), attribute("Name", AttributeType.TEXT, 1), fixed("Created"));
    ObjectSchema schema = new ObjectSchema("1", "OKT", "Okta", List.of(bare));
    assertEquals(
        List.of("name-label Users Id", "create-attribute Users Status"),
        steps(plan("key:id=Id\n", schema, List.of("Not in Okta"))));
  }

  private static WantedAttribute several(String name) {
    return new WantedAttribute(name, AttributeType.TEXT, false, true, "");
  }

  /** An attribute that Assets fills itself. */
  private static ObjectAttribute fixed(String name) {
    return new ObjectAttribute(
        name, name, AttributeType.TEXT, false, false, 0, 1, false, "", List.of());
  }

  @Test
  public void typesThatAreLeftOut_areNotBuilt() {
    List<WantedType> wanted =
        needs()
            .of(
                MappingParser.parse(
                        "key:id=Id\n\nApps:\nkey:id=App\n" + "config:data_source=/api/v1/apps\n")
                    .mapping(),
                Set.of("apps"));
    assertEquals(List.of("Users"), wanted.stream().map(WantedType::name).toList());
  }

  private static List<WantedType> wanted(String text) {
    return needs().of(MappingParser.parse(text).mapping(), Set.of());
  }

  private static SchemaNeeds needs() {
    return new SchemaNeeds(TypeNames.byHeading("Users"), FIELDS, List.of(), "Users", true);
  }

  private static SchemaPlan plan(String text, ObjectSchema schema, List<String> statuses) {
    return SchemaPlan.of(wanted(text), schema, statuses, "Not in Okta", List.of());
  }

  private static List<String> steps(SchemaPlan plan) {
    return plan.actions().stream().map(SchemaPlanTest::text).toList();
  }

  private static String text(SchemaAction action) {
    String text = action.label() + " " + action.type();
    if (action instanceof SchemaAction.NameLabel label) {
      return text + " " + label.attribute().name();
    } else if (action instanceof SchemaAction.CreateAttribute made) {
      return text + " " + made.attribute().name();
    } else if (action instanceof SchemaAction.WidenAttribute wide) {
      return text + " " + wide.attribute();
    } else if (action instanceof SchemaAction.RenameAttribute renamed) {
      return text + " " + renamed.to();
    }
    return text;
  }

  private static ObjectType type(String id, String name, ObjectAttribute... attributes) {
    return new ObjectType(id, name, List.of(attributes));
  }

  private static ObjectAttribute attribute(String name, AttributeType type, int maximum) {
    return new ObjectAttribute(name, name, type, true, false, 0, maximum, false, "", List.of());
  }
}
