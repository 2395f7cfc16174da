package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.assets.AssetsAccess;
import org.oktasync.assets.AssetsHttp;
import org.oktasync.assets.HttpPatience;
import org.oktasync.assets.RestAssetsSite;
import org.oktasync.assets.RestAssetsTarget;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.devkit.host.Host;
import org.oktasync.devkit.host.HostOptions;
import org.oktasync.devkit.host.assets.AssetsFaults;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.host.site.SiteOptions;
import org.oktasync.model.Cursor;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.model.assets.SchemaRole;
import org.oktasync.target.AssetsCheck;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** The way to Assets against the stand-in, in its lenient reading. */
public class AssetsAdapterTest {
  private static final AssetsHttp HTTP =
      new AssetsHttp(HttpPatience.DEFAULT, ForkJoinPool.commonPool());

  private Path home;
  private Host host;
  private RestAssetsSite site;
  private RestAssetsTarget target;
  private ObjectType groups;
  private ObjectType users;

  AssetsOptions options() {
    return AssetsOptions.ON;
  }

  @Before
  public void buildSchema() throws Exception {
    home = Lab.temporaryFolder();
    host = Host.start(HostOptions.in(home).withSite(SiteOptions.NONE.withAssets(options())));
    Rest admin = new Rest(host.baseUrl(), "admin", "admin");
    String token =
        admin
            .call("POST", "/rest/pat/latest/tokens", "{\"name\":\"sync\"}")
            .expect(201)
            .path("rawToken")
            .asText();
    AssetsAccess access = new AssetsAccess(host.baseUrl(), new Secret(token), 60_000);
    site = new RestAssetsSite(access, HTTP, (time, stop) -> stop.check(), new StopSignal());
    String schema = site.createSchema("Okta", "OKT", "Auto-generated Okta data.").id();
    String group = site.createType(schema, "Groups", "Kept in step with Okta.", List.of()).id();
    String user = site.createType(schema, "Users", "Kept in step with Okta.", List.of()).id();
    site.createStatus(schema, "Not in Okta");
    for (NewAttribute attribute : attributes(group)) {
      site.createAttribute(user, attribute);
    }
    target =
        new RestAssetsTarget(
            access, schema, HTTP, Clock.systemUTC(), AssetsAdapterTest::pauses, new StopSignal());
    groups = target.schema().type("Groups").orElseThrow();
    users = target.schema().type("Users").orElseThrow();
  }

  private static void pauses(Duration time, StopSignal stop) {
    stop.check();
  }

  private static List<NewAttribute> attributes(String groupType) {
    return List.of(
        NewAttribute.of("Okta Id", AttributeType.TEXT).distinct(),
        NewAttribute.of("Phones", AttributeType.TEXT).many(),
        NewAttribute.of("Email", AttributeType.EMAIL),
        NewAttribute.of("Floor", AttributeType.INTEGER),
        NewAttribute.of("Since", AttributeType.DATE),
        NewAttribute.of("Seen", AttributeType.DATE_TIME),
        NewAttribute.of("Status", AttributeType.STATUS),
        NewAttribute.of("Person", AttributeType.USER),
        NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(groupType));
  }

  @After
  public void stop() throws Exception {
    host.close();
    Lab.deleteFolder(home);
  }

  @Test
  public void everyRightIsThere_andNothingIsMadeByAsking() {
    AssetsCheck check = site.check(target.schema().id());
    assertTrue(check.steps().toString(), check.ok());
    assertEquals("admin", check.user());
    assertEquals(1, site.schemas().size());
    assertEquals(2, target.schema().types().size());
    assertEquals(users.attributes(), target.schema().type("Users").orElseThrow().attributes());
  }

  @Test
  public void anObjectIsMade_changed_found_andReadAsItIs() {
    AssetsObject team = target.create(groups, Map.of("Name", texts("Team")));
    AssetsObject made =
        target.create(
            users,
            Map.of(
                "Name", texts("Ada"),
                "Okta Id", texts("00u1"),
                "Phones", texts("1", "2"),
                "Floor", texts("7"),
                "Since", texts("2026-03-01"),
                "Seen", texts("2026-03-01T08:00:00.000Z"),
                "Status", texts("Not in Okta"),
                "Person", List.of(AttributeValue.of("admin")),
                "Groups", List.of(new AttributeValue("Team", team.id()))));

    AssetsObject read = target.object(made.id()).orElseThrow();
    assertEquals("Ada", read.label());
    assertEquals(texts("7"), read.values("Floor"));
    assertEquals(texts("2026-03-01"), read.values("Since"));
    assertEquals(texts("2026-03-01T08:00:00.000Z"), read.values("Seen"));
    assertEquals("Not in Okta", read.values("Status").get(0).text());
    assertEquals("admin", read.values("Person").get(0).text());
    assertEquals(List.of(new AttributeValue("Team", team.id())), read.values("Groups"));

    target.update(users, made.id(), Map.of("Phones", List.of(), "Floor", texts("8")));
    AssetsObject changed = target.find(users, "\"Okta Id\" = \"00U1\"", 2).get(0);
    assertEquals(List.of(), changed.values("Phones"));
    assertEquals(texts("8"), changed.values("Floor"));
    assertEquals(texts("00u1"), changed.values("Okta Id"));
  }

  @Test
  public void whatAssetsDoesNotTake_isRefusedForItsReason() {
    assertKind(Kind.INVALID, Map.of("Floor", texts("high")));
    assertKind(Kind.INVALID, Map.of("Email", texts("nobody")));
    assertKind(Kind.INVALID, Map.of("Person", texts("nobody")));
    assertKind(Kind.INVALID, Map.of("Groups", List.of(new AttributeValue("x", "999999"))));
    target.create(users, Map.of("Name", texts("A"), "Okta Id", texts("00u1")));
    TargetException taken =
        assertThrows(
            TargetException.class,
            () -> target.create(users, Map.of("Name", texts("B"), "Okta Id", texts("00U1"))));
    assertTrue(taken.getMessage(), taken.problem().arguments().toString().contains("Okta Id"));
    assertEquals(
        Kind.INVALID,
        assertThrows(TargetException.class, () -> target.find(users, "Name = = x", 1)).kind());
  }

  private void assertKind(Kind kind, Map<String, List<AttributeValue>> values) {
    Map<String, List<AttributeValue>> all = new java.util.HashMap<>(values);
    all.put("Name", texts("x"));
    TargetException thrown = assertThrows(TargetException.class, () -> target.create(users, all));
    assertEquals(thrown.getMessage(), kind, thrown.kind());
  }

  @Test
  public void allObjectsAreRead_eachOnce_withoutArchivedOnes() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      made.add(target.create(groups, Map.of("Name", texts("Group " + i))).id());
    }
    target.archive(made.remove(0));
    target.archive(made.remove(0));
    List<String> read = new ArrayList<>();
    try (Cursor<AssetsObject> objects = target.objects(groups, new StopSignal())) {
      objects.forEachRemaining(object -> read.add(object.id()));
    }
    assertEquals(new HashSet<>(made), new HashSet<>(read));
    assertEquals(made.size(), read.size());
  }

  @Test
  public void archivedObjectsComeBack_andDeletedOnesDoNot() {
    AssetsObject made = target.create(groups, Map.of("Name", texts("Team")));
    target.archive(made.id());
    target.archive(made.id());
    assertEquals(Optional.empty(), target.object(made.id()));
    assertEquals(List.of(), target.find(groups, "Name = Team", 5));
    target.restore(made.id());
    target.restore(made.id());
    assertTrue(target.object(made.id()).isPresent());
    target.delete(made.id());
    target.delete(made.id());
    assertEquals(Optional.empty(), target.object(made.id()));
  }

  @Test
  public void aNameWithEveryReservedCharacter_isWritten() {
    AssetsObject made = target.create(groups, Map.of("Name", texts("a=b;c:d?e.f\"g")));
    String label = target.object(made.id()).orElseThrow().label();
    boolean strict = options().strict();
    assertEquals(strict ? "a b c d e f g" : "a=b;c:d?e.f\"g", label);
    assertEquals(strict ? 1 : 0, target.renamed());
  }

  @Test
  public void anAttributeIsChanged_andKeepsEverythingElse() {
    var phones = users.attribute("Okta Id").orElseThrow();
    site.changeAttribute(
        users.id(), phones.id(), NewAttribute.of("Source Id", AttributeType.TEXT).many());
    var changed = target.schema().type("Users").orElseThrow().attribute("Source Id").orElseThrow();
    assertTrue(changed.unique());
    assertTrue(changed.takesSeveral());
    var reference = users.attribute("Groups").orElseThrow();
    site.changeAttribute(
        users.id(), reference.id(), NewAttribute.of("Teams", AttributeType.REFERENCE));
    assertEquals(
        groups.id(),
        target
            .schema()
            .type("Users")
            .orElseThrow()
            .attribute("Teams")
            .orElseThrow()
            .referencedTypeId());
    site.renameType(users.id(), "People");
    assertEquals(
        users.attributes().size(),
        target.schema().type("People").orElseThrow().attributes().size());
  }

  @Test
  public void theNameOfATypeBecomesItsKey() {
    ObjectType apps = site.createType(target.schema().id(), "Apps", "", List.of());
    site.changeAttribute(
        apps.id(),
        apps.labelAttribute().orElseThrow().id(),
        NewAttribute.of("App ID", AttributeType.TEXT).distinct().asLabel());
    ObjectType now = target.schema().type("Apps").orElseThrow();
    target.create(now, Map.of("App ID", texts("0oa1")));
    assertEquals("0oa1", target.find(now, "\"App ID\" = 0oa1", 2).get(0).label());
  }

  @Test
  public void rolesAreSeenAndGiven() {
    List<SchemaRole> roles = site.roles(target.schema().id()).orElseThrow();
    assertEquals(3, roles.size());
    SchemaRole open =
        roles.stream().filter(r -> r.name().endsWith("Users")).findFirst().orElseThrow();
    site.setRole(open.with(List.of(), List.of()));
    assertTrue(
        site.roles(target.schema().id()).orElseThrow().contains(open.with(List.of(), List.of())));
  }

  @Test
  public void anAnswerThatIsLost_isNotTakenForAFailure_norRepeated() {
    AssetsFaults faults = host.assetsFaults();
    faults.arm(AssetsFaults.Kind.LOST_ANSWER, AssetsFaults.WRITES, 0, 1, 0);
    TargetException lost =
        assertThrows(
            TargetException.class, () -> target.create(groups, Map.of("Name", texts("Team"))));
    assertEquals(Kind.RETRY, lost.kind());
    assertEquals(1, target.find(groups, "Name = Team", 5).size());

    faults.arm(AssetsFaults.Kind.TOO_MANY_REQUESTS, ".*", 0, 2, 1);
    target.create(groups, Map.of("Name", texts("Other")));
    faults.arm(AssetsFaults.Kind.UNAVAILABLE, ".*", 0, 1, 0);
    assertEquals(1, target.find(groups, "Name = Other", 5).size());
  }

  @Test
  public void assetsThatIsSwitchedOff_isTold() {
    host.assetsFaults().setEnabled(false);
    TargetException thrown = assertThrows(TargetException.class, () -> target.schema());
    assertEquals(Kind.FATAL, thrown.kind());
  }

  private static List<AttributeValue> texts(String... texts) {
    return java.util.Arrays.stream(texts).map(AttributeValue::of).toList();
  }
}
