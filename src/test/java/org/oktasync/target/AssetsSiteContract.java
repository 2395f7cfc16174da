package org.oktasync.target;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaHead;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.TargetException.Kind;

/** What every {@link AssetsSite} promises, whatever is behind it. */
public abstract class AssetsSiteContract {
  protected AssetsWorld world;
  protected AssetsSite site;
  private String schema;

  /** What is behind the site under test. */
  protected abstract AssetsWorld makeWorld();

  /** The site under test. */
  protected abstract AssetsSite open();

  @Before
  public void openSite() {
    world = makeWorld();
    site = open();
    schema = site.createSchema("Okta", "OKT", "Auto-generated Okta data.").id();
  }

  @Test
  public void schemasAreMadeAndListedByName() {
    site.createSchema("Assets", "ASS", "");
    assertEquals(List.of("Assets", "Okta"), site.schemas().stream().map(SchemaHead::name).toList());
    assertEquals("OKT", site.schemas().get(1).key());
    assertEquals(schema, site.schemas().get(1).id());
  }

  @Test
  public void aSchemaThatIsThere_orCannotBe_isRefused() {
    assertKind(Kind.CONFLICT, () -> site.createSchema("okta", "OKX", ""));
    assertKind(Kind.CONFLICT, () -> site.createSchema("Okta two", "OKT", ""));
    assertKind(Kind.INVALID, () -> site.createSchema("Okta: all", "OKX", ""));
    assertKind(Kind.INVALID, () -> site.createSchema("Okta all", "okx", ""));
    assertKind(Kind.FATAL, () -> site.schema("98765"));
  }

  @Test
  public void aTypeComesWithTheAttributesOfAssets() {
    ObjectType made = site.createType(schema, "Groups", "Groups of Okta", List.of("Group"));
    assertEquals("Name", made.labelAttribute().orElseThrow().name());
    assertFalse(made.attribute("Created").orElseThrow().editable());
    assertEquals(made, site.schema(schema).type("Groups").orElseThrow());
    assertKind(Kind.CONFLICT, () -> site.createType(schema, "groups", "", List.of()));
  }

  @Test
  public void anAttributeIsMadeAsAsked() {
    String groups = site.createType(schema, "Groups", "", List.of()).id();
    String users = site.createType(schema, "Users", "", List.of()).id();
    for (AttributeType type :
        List.of(
            AttributeType.TEXT,
            AttributeType.TEXTAREA,
            AttributeType.INTEGER,
            AttributeType.DOUBLE,
            AttributeType.BOOLEAN,
            AttributeType.DATE,
            AttributeType.DATE_TIME,
            AttributeType.URL,
            AttributeType.EMAIL,
            AttributeType.USER,
            AttributeType.STATUS)) {
      site.createAttribute(users, NewAttribute.of("A " + type, type));
      assertEquals(type, attribute("Users", "A " + type).type());
    }
    site.createAttribute(users, NewAttribute.of("Id", AttributeType.TEXT).distinct());
    site.createAttribute(
        users, NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(groups));

    assertTrue(attribute("Users", "Id").unique());
    assertEquals(1, attribute("Users", "Id").maximum());
    assertEquals(0, attribute("Users", "Id").minimum());
    assertEquals(AttributeType.REFERENCE, attribute("Users", "Groups").type());
    assertEquals(groups, attribute("Users", "Groups").referencedTypeId());
    assertTrue(attribute("Users", "Groups").takesSeveral());
    assertKind(
        Kind.CONFLICT,
        () -> site.createAttribute(users, NewAttribute.of("id", AttributeType.TEXT)));
  }

  @Test
  public void anAttributeIsChanged_andKeepsWhatIsNotNamed() {
    String users = site.createType(schema, "Users", "", List.of()).id();
    ObjectAttribute phones =
        site.createAttribute(users, NewAttribute.of("Phone", AttributeType.TEXT).distinct());
    ObjectAttribute boss =
        site.createAttribute(users, NewAttribute.of("Boss", AttributeType.REFERENCE).to(users));

    site.changeAttribute(users, phones.id(), NewAttribute.of("Phones", AttributeType.TEXT).many());
    site.changeAttribute(
        users, boss.id(), NewAttribute.of("Manager", AttributeType.REFERENCE).to(users));

    ObjectAttribute changed = attribute("Users", "Phones");
    assertEquals(phones.id(), changed.id());
    assertEquals(ObjectAttribute.UNLIMITED, changed.maximum());
    assertTrue(changed.unique());
    assertEquals(users, attribute("Users", "Manager").referencedTypeId());
    assertEquals(AttributeType.REFERENCE, attribute("Users", "Manager").type());
  }

  @Test
  public void theNameThatAssetsGives_canBecomeAnotherOne() {
    ObjectType users = site.createType(schema, "Users", "", List.of());
    ObjectAttribute name = users.labelAttribute().orElseThrow();

    site.changeAttribute(
        users.id(), name.id(), NewAttribute.of("Login", AttributeType.TEXT).distinct().asLabel());

    ObjectAttribute label =
        site.schema(schema).type("Users").orElseThrow().labelAttribute().orElseThrow();
    assertEquals("Login", label.name());
    assertTrue(label.unique());
    assertEquals(1, label.minimum());
  }

  @Test
  public void aTypeIsRenamed_andKeepsItsAttributesAndObjects() {
    ObjectType users = site.createType(schema, "Users", "", List.of());
    world.add(users.id(), Map.of("Name", List.of(AttributeValue.of("Ada"))));
    site.renameType(users.id(), "People");
    assertEquals(users.attributes(), site.schema(schema).type("People").orElseThrow().attributes());
    assertEquals(1, world.objectsOf(users.id()).size());
  }

  @Test
  public void statusesAreMadeAndListed() {
    assertFalse(site.statuses(schema).contains("Not in Okta"));
    site.createStatus(schema, "Not in Okta");
    assertTrue(site.statuses(schema).contains("Not in Okta"));
    assertKind(Kind.INVALID, () -> site.createStatus(schema, "x".repeat(31)));
  }

  @Test
  public void rolesAreListedAndGiven() {
    world.addPerson("ada", "JIRAUSER10100");
    SchemaRole users =
        site.roles(schema).orElseThrow().stream()
            .filter(role -> role.name().endsWith("Users"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("jira-users"), users.groups());

    site.setRole(users.with(List.of("JIRAUSER10100"), List.of()));

    assertTrue(
        site.roles(schema)
            .orElseThrow()
            .contains(
                new SchemaRole(users.id(), users.name(), List.of("JIRAUSER10100"), List.of())));
    assertKind(Kind.FATAL, () -> site.roles("98765"));
  }

  private ObjectAttribute attribute(String type, String name) {
    return site.schema(schema).type(type).orElseThrow().attribute(name).orElseThrow();
  }

  protected static void assertKind(Kind kind, ThrowingRunnable call) {
    TargetException thrown = assertThrows(TargetException.class, call);
    assertEquals(thrown.getMessage(), kind, thrown.kind());
  }
}
