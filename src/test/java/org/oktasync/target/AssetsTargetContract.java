package org.oktasync.target;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.oktasync.control.StopSignal;
import org.oktasync.control.StoppedException;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.target.TargetException.Kind;

/** What every {@link AssetsTarget} promises, whatever is behind it. */
public abstract class AssetsTargetContract {
  protected AssetsWorld world;
  protected String schemaId;
  protected AssetsTarget target;
  private ObjectType groups;
  private ObjectType users;

  /** What is behind the target under test. */
  protected abstract AssetsWorld makeWorld();

  /** The target under test, on this schema. */
  protected abstract AssetsTarget open(String schema);

  @Before
  public void fillSchema() {
    world = makeWorld();
    schemaId = world.addSchema("OKT", "Okta");
    world.addSchema("OTH", "Other");
    groups = world.addType(schemaId, "Groups");
    String type = world.addType(schemaId, "Users").id();
    world.addAttribute(type, NewAttribute.of("Okta Id", AttributeType.TEXT).distinct());
    world.addAttribute(type, NewAttribute.of("Phones", AttributeType.TEXT).many());
    world.addAttribute(type, NewAttribute.of("Email", AttributeType.EMAIL));
    world.addAttribute(type, NewAttribute.of("Floor", AttributeType.INTEGER));
    world.addAttribute(type, NewAttribute.of("Staff", AttributeType.BOOLEAN));
    world.addAttribute(type, NewAttribute.of("Since", AttributeType.DATE));
    world.addAttribute(type, NewAttribute.of("Status", AttributeType.STATUS));
    world.addAttribute(type, NewAttribute.of("Person", AttributeType.USER));
    world.addAttribute(
        type, NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(groups.id()));
    world.addPerson("ada", "JIRAUSER10100");
    world.addStatus(schemaId, "Not in Okta");
    target = open(schemaId);
    users = target.schema().type("users").orElseThrow();
    groups = target.schema().type("Groups").orElseThrow();
  }

  @Test
  public void theSchemaHasItsTypesAndTheirAttributes() {
    ObjectSchema schema = target.schema();

    assertEquals("Okta", schema.name());
    assertEquals("OKT", schema.key());
    assertEquals(schemaId, schema.id());
    assertEquals(2, schema.types().size());
    assertEquals("Name", users.labelAttribute().orElseThrow().name());
    assertEquals(1, users.labelAttribute().orElseThrow().minimum());
    assertFalse(users.attribute("Key").orElseThrow().editable());
    assertFalse(users.attribute("Created").orElseThrow().editable());
    assertTrue(users.attribute("Okta Id").orElseThrow().unique());
    assertEquals(ObjectAttribute.UNLIMITED, users.attribute("Phones").orElseThrow().maximum());
    assertEquals(AttributeType.EMAIL, users.attribute("Email").orElseThrow().type());
    assertEquals(AttributeType.STATUS, users.attribute("Status").orElseThrow().type());
    assertEquals(AttributeType.USER, users.attribute("Person").orElseThrow().type());
    ObjectAttribute reference = users.attribute("Groups").orElseThrow();
    assertEquals(AttributeType.REFERENCE, reference.type());
    assertEquals(groups.id(), reference.referencedTypeId());
  }

  @Test
  public void anObjectIsMade_andReadAsItWasMade() {
    AssetsObject team = group("Team");
    AssetsObject made =
        target.create(
            users,
            Map.of(
                "Name", texts("Ada"),
                "Okta Id", texts("00u1"),
                "Phones", texts("1", "2"),
                "Floor", texts("7"),
                "Staff", texts("true"),
                "Since", texts("2026-03-01"),
                "Status", texts("Not in Okta"),
                "Person", List.of(new AttributeValue("ada", "JIRAUSER10100")),
                "Groups", List.of(new AttributeValue("Team", team.id()))));

    assertTrue(made.objectKey(), made.objectKey().startsWith("OKT-"));
    AssetsObject read = target.object(made.id()).orElseThrow();
    assertEquals(read, only(target.objects(users, new StopSignal())));
    assertEquals(Optional.of(read), target.object(made.objectKey()));
    assertEquals("Ada", read.label());
    assertEquals(users.id(), read.typeId());
    assertEquals(List.of("1", "2"), sorted(read, "Phones"));
    assertEquals(List.of("7"), sorted(read, "floor"));
    assertEquals(List.of("true"), sorted(read, "Staff"));
    assertEquals(List.of("2026-03-01"), sorted(read, "Since"));
    assertEquals("Not in Okta", read.values("Status").get(0).text());
    assertEquals(List.of(new AttributeValue("ada", "JIRAUSER10100")), read.values("Person"));
    assertEquals(List.of(new AttributeValue("Team", team.id())), read.values("Groups"));
    assertEquals(List.of(), read.values("Email"));
  }

  @Test
  public void anUpdateChangesWhatItNames_andAnEmptyListClears() {
    AssetsObject made = user("00u1", "Phones", texts("1", "2"), "Floor", texts("7"));

    target.update(users, made.id(), Map.of("Phones", List.of(), "Staff", texts("false")));

    AssetsObject read = target.object(made.id()).orElseThrow();
    assertEquals(List.of(), read.values("Phones"));
    assertEquals(texts("false"), read.values("Staff"));
    assertEquals(texts("7"), read.values("Floor"));
    assertEquals(texts("00u1"), read.values("Okta Id"));
  }

  @Test
  public void allObjectsOfATypeAreRead_eachOnce_withoutArchivedOnes() {
    group("Team");
    addUsers(230);
    AssetsObject gone = user("gone");
    target.archive(gone.id());

    assertEquals(230, ids(target.objects(users, new StopSignal())).size());
    assertEquals(1, ids(target.objects(groups, new StopSignal())).size());
  }

  @Test
  public void readingEnds_whenAStopIsAskedFor() {
    user("00u1");
    StopSignal stop = new StopSignal();
    stop.request();

    Cursor<AssetsObject> objects = target.objects(users, stop);

    assertThrows(StoppedException.class, objects::next);
  }

  @Test
  public void objectsAreFoundByACondition_ofTheirTypeAlone() {
    group("Team");
    group("Team b");
    user("Team");

    assertEquals(List.of("Team"), labels(target.find(groups, "Name = \"team\"", 5)));
    assertEquals(2, target.find(groups, "Name = Team OR Name = \"Team b\"", 5).size());
    assertEquals(1, target.find(groups, "Name IN (Team, \"Team b\")", 1).size());
    assertEquals(List.of(), target.find(groups, "Name = \"nobody\"", 5));
  }

  @Test
  public void whatStandsInQuotes_isNoCondition() {
    group("Team");
    assertEquals(List.of(), target.find(groups, "Name = \"x\\\" OR Name != \\\"y\"", 5));
  }

  @Test
  public void aConditionThatAssetsDoesNotUnderstand_isRefused() {
    assertKind(Kind.INVALID, () -> target.find(groups, "Name = = \"x\"", 5));
    assertKind(Kind.INVALID, () -> target.find(groups, "Name = \"x", 5));
  }

  @Test
  public void valuesThatTheirAttributeDoesNotTake_areRefused() {
    assertKind(Kind.INVALID, () -> user("00u1", "Floor", texts("high")));
    assertKind(Kind.INVALID, () -> user("00u1", "Email", texts("nobody")));
    assertKind(Kind.INVALID, () -> user("00u1", "Since", texts("yesterday")));
    assertKind(Kind.INVALID, () -> user("00u1", "Floor", texts("1", "2")));
    assertKind(Kind.INVALID, () -> user("00u1", "Shoe", texts("44")));
    assertKind(Kind.INVALID, () -> user("00u1", "Person", texts("nobody")));
    assertKind(Kind.INVALID, () -> user("00u1", "Status", texts("Lost")));
    assertKind(
        Kind.INVALID, () -> user("00u1", "Groups", List.of(new AttributeValue("x", "99999"))));
    assertKind(Kind.INVALID, () -> target.create(users, Map.of("Okta Id", texts("00u1"))));
    assertEquals(0, ids(target.objects(users, new StopSignal())).size());
  }

  @Test
  public void aUniqueValueIsTakenOnce_upperAndLowerCaseAlike() {
    user("00u1");
    assertKind(Kind.CONFLICT, () -> user("00U1"));
  }

  @Test
  public void archivedObjectsComeBack_andDeletedOnesDoNot() {
    AssetsObject made = user("00u1");

    target.archive(made.id());
    target.archive(made.id());
    assertEquals(Optional.empty(), target.object(made.id()));
    assertEquals(List.of(), target.find(users, "\"Okta Id\" = 00u1", 5));

    target.restore(made.id());
    target.restore(made.id());
    assertEquals(made.id(), target.object(made.id()).orElseThrow().id());

    target.delete(made.id());
    target.delete(made.id());
    assertEquals(Optional.empty(), target.object(made.id()));
    assertKind(Kind.NOT_FOUND, () -> target.update(users, made.id(), Map.of("Floor", texts("1"))));
    assertKind(Kind.NOT_FOUND, () -> target.archive(made.id()));
  }

  @Test
  public void anAttributeThatWasTakenAwayMeanwhile_failsItsObjectsAlone() {
    AssetsObject made = user("00u1", "Floor", texts("1"));
    world.removeAttribute(users.id(), "Floor");

    assertKind(Kind.INVALID, () -> target.update(users, made.id(), Map.of("Floor", texts("2"))));
    target.update(users, made.id(), Map.of("Staff", texts("true")));
  }

  @Test
  public void aTypeThatWasTakenAwayMeanwhile_isTold() {
    world.removeType(groups.id());
    assertKind(Kind.NOT_FOUND, () -> group("Team"));
    user("00u1");
  }

  @Test
  public void aSchemaThatWasTakenAwayMeanwhile_endsEverything() {
    world.removeSchema(schemaId);
    assertKind(Kind.FATAL, () -> target.schema());
    assertKind(Kind.FATAL, () -> user("00u1"));
  }

  @Test
  public void whatWasChangedByHandMeanwhile_isSeen() {
    AssetsObject made = user("00u1");
    world.addAttribute(users.id(), NewAttribute.of("Shoe", AttributeType.INTEGER));
    ObjectType now = target.schema().type("Users").orElseThrow();

    target.update(now, made.id(), Map.of("Shoe", texts("44")));

    assertEquals(texts("44"), target.object(made.id()).orElseThrow().values("Shoe"));
  }

  protected final AssetsObject group(String name) {
    return target.create(groups, Map.of("Name", texts(name)));
  }

  protected final AssetsObject user(String id, Object... more) {
    Map<String, List<AttributeValue>> values = new java.util.HashMap<>();
    values.put("Name", texts(id));
    values.put("Okta Id", texts(id));
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], cast(more[i + 1]));
    }
    return target.create(users, values);
  }

  /** By hand: so many users. */
  protected final void addUsers(int count) {
    for (int i = 0; i < count; i++) {
      world.add(users.id(), Map.of("Name", texts("00u" + i), "Okta Id", texts("00u" + i)));
    }
  }

  protected final ObjectType users() {
    return users;
  }

  @SuppressWarnings("unchecked")
  private static List<AttributeValue> cast(Object values) {
    return (List<AttributeValue>) values;
  }

  protected static List<AttributeValue> texts(String... texts) {
    return java.util.Arrays.stream(texts).map(AttributeValue::of).toList();
  }

  protected static void assertKind(Kind kind, ThrowingRunnable call) {
    TargetException thrown = assertThrows(TargetException.class, call);
    assertEquals(thrown.getMessage(), kind, thrown.kind());
  }

  /** The ids that a cursor gives; none of them twice. */
  protected static List<String> ids(Cursor<AssetsObject> objects) {
    List<String> ids = new ArrayList<>();
    try (objects) {
      objects.forEachRemaining(object -> ids.add(object.id()));
    }
    assertEquals(ids.size(), new HashSet<>(ids).size());
    return ids;
  }

  private static AssetsObject only(Cursor<AssetsObject> objects) {
    try (objects) {
      AssetsObject first = objects.next();
      assertFalse(objects.hasNext());
      return first;
    }
  }

  private static List<String> labels(List<AssetsObject> objects) {
    return objects.stream().map(AssetsObject::label).toList();
  }

  private static List<String> sorted(AssetsObject object, String attribute) {
    return object.values(attribute).stream().map(AttributeValue::text).sorted().toList();
  }
}
