package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.SealedSecret;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.fakes.InMemorySites;
import org.oktasync.model.SourceValue;
import org.oktasync.model.SourceValue.Fields;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.run.setup.AssetsSetup;
import org.oktasync.run.setup.SchemaBuilds;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.target.TargetException.Kind;

/** Setting Assets up over REST, from the first check to a schema that a mapping can fill. */
public class AssetsResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final InMemorySites sites = new InMemorySites();
  private final List<Runnable> waiting = new ArrayList<>();
  private RestWorld world;
  private AssetsResource resource;
  private AssetsBuildResource build;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    id = String.valueOf(world.connect());
    AssetsSetup setup = new AssetsSetup(world.connections, world.ports, sites);
    resource = new AssetsResource(world.entry, world.connections, setup);
    SchemaBuilds builds =
        new SchemaBuilds(
            world.connections, world.ports, sites, world::tryLock, Runnable::run, world.clock);
    build = new AssetsBuildResource(world.entry, world.connections, builds);
    store(stored().withAssetsToken(new SealedSecret("sealed pat", Instant.EPOCH, "ada")));
    world
        .source
        .schemas()
        .type(
            "user",
            InMemorySchemas.attribute("profile.department", "Department", Type.TEXT),
            InMemorySchemas.attribute("profile.costCentre", "Cost Centre", Type.INTEGER));
  }

  private Connection stored() {
    return world.settings.connection(Long.parseLong(id)).orElseThrow();
  }

  private void store(Connection connection) {
    world.settings.update(connection);
  }

  private String put(String assets) {
    String body = "{\"version\":" + stored().version() + ",\"assets\":{" + assets + "}}";
    return Answered.with(200, world.connectionResource().update(id, body)).text();
  }

  private String chooseSchema() {
    String schema = Answered.with(201, resource.create(id, "{}")).at("/id");
    put("\"schemaId\":\"" + schema + "\"");
    return schema;
  }

  @Test
  public void theEstimateCountsEveryListOfTheMapping_andNamesWhatHasNone() {
    world.source.person("1", "ann").person("2", "bob").group("g1", "Staff", "1");
    world.source.lists().list("/api/v1/groups").list("/api/v1/apps").list("/api/v1/devices");
    Fields zone = new Fields(Map.of("id", new SourceValue.Text("z1")));
    world.source.lists().list("/api/v1/zones", zone, zone, zone);
    put(
        "\"mapping\":\"key:id=Okta Id\\nmap:profile.department=Department|Name=${value}\\n\\n"
            + "Zones:\\nkey:id=Zone\\nconfig:data_source=/api/v1/zones?limit=9\\n\\n"
            + "Some:\\nkey:id=Zone\\nconfig:data_source=/api/v1/zones\\nconfig:data_limit=2\"");
    Answered answer = Answered.with(200, resource.estimate(id));
    assertEquals(answer.text(), "Zones", answer.at("/others/0/type"));
    assertEquals(answer.text(), "3", answer.at("/others/0/objects"));
    assertEquals(answer.text(), "2", answer.at("/others/1/objects"));
    assertEquals(answer.text(), "assets-estimate-referred", answer.at("/notices/0/code"));
  }

  @Test
  public void theEstimateIsThatOfTheMapping_whileThereIsNoneThatOfTheTypes() {
    Fields thing = new Fields(Map.of("id", new SourceValue.Text("g1")));
    world.source.person("1", "ann").person("2", "bob").group("g1", "Staff", "1");
    world.source.lists().list("/api/v1/groups", thing, thing).list("/api/v1/apps", thing);
    world.source.lists().list("/api/v1/devices");
    Answered types = Answered.with(200, resource.estimate(id));
    assertEquals(types.text(), "2", types.at("/users"));
    assertEquals(types.text(), "2", types.at("/groups"));
    assertEquals(types.text(), "1", types.at("/apps"));
    put("\"mapping\":\"key:id=Okta Id\\nconfig:data_limit=1\"");
    Answered people = Answered.with(200, resource.estimate(id));
    assertEquals(people.text(), "1", people.at("/objects"));
    assertEquals(people.text(), "1", people.at("/users"));
    put("\"mapping\":\"Apps:\\nkey:id=Okta Id\\nconfig:data_source=/api/v1/apps?limit=9\"");
    Answered apps = Answered.with(200, resource.estimate(id));
    assertEquals(apps.text(), "1", apps.at("/objects"));
    assertEquals(apps.text(), "1", apps.at("/apps"));
  }

  @Test
  public void theCheckNamesWhatWasTried() {
    Answered answer = Answered.with(200, resource.check(id));
    assertEquals("true", answer.at("/ok"));
    assertEquals("sign-in", answer.at("/checks/0/name"));
    store(stored().withAssetsToken(SealedSecret.NONE));
    assertEquals(
        List.of("null: assets-token-missing"), Answered.with(503, resource.check(id)).errors());
  }

  @Test
  public void schemasAreMadeWithTheirDefaults_foundAndLinkedTo() {
    Answered made = Answered.with(201, resource.create(id, "{}"));
    assertEquals("Okta", made.at("/name"));
    assertEquals("OKT", made.at("/key"));
    assertEquals(
        "https://jira.example.com/secure/ObjectSchema.jspa?id=" + made.at("/id"), made.at("/link"));
    Answered.with(201, resource.create(id, "{\"name\":\"Hardware\",\"key\":\"HW\"}"));

    assertEquals(
        List.of("Hardware", "Okta"),
        Answered.with(200, resource.schemas(id, null, null, null)).values("name"));
    assertEquals(
        List.of("Okta"), Answered.with(200, resource.schemas(id, "OK", null, null)).values("name"));
    assertEquals(
        List.of("name: assets-schema-name", "key: assets-schema-key"),
        Answered.with(400, resource.create(id, "{\"name\":\"A:B\",\"key\":\"okt\"}")).errors());
    assertEquals(
        List.of("null: assets-value-taken"),
        Answered.with(409, resource.create(id, "{}")).errors());
  }

  @Test
  public void rolesAreShownWithWhatRestrictingWouldLeave_andGiven() {
    assertEquals(
        List.of("null: assets-schema-missing"), Answered.with(409, resource.roles(id)).errors());
    chooseSchema();
    Answered before = Answered.with(200, resource.roles(id));
    assertEquals("true", before.at("/offered"));
    assertEquals("Object Schema Managers", before.at("/roles/0/name"));
    assertEquals("jira-users", before.at("/roles/0/restricted/groups/0"));
    assertEquals("jira-users", before.at("/roles/2/groups/0"));
    assertEquals("[]", before.json().at("/roles/2/restricted/groups").toString());

    String users = before.at("/roles/2/id");
    String body = "{\"roles\":[{\"id\":\"" + users + "\",\"users\":[],\"groups\":[\"it\"]}]}";
    Answered after = Answered.with(200, resource.setRoles(id, body));
    assertEquals("it", after.at("/roles/2/groups/0"));
    assertEquals("jira-users", after.at("/roles/0/groups/0"));

    String nobody = "{\"roles\":[{\"id\":\"" + before.at("/roles/0/id") + "\"}]}";
    assertEquals(
        List.of("roles: assets-roles-nobody"),
        Answered.with(400, resource.setRoles(id, nobody)).errors());
  }

  @Test
  public void whereRolesAreNotOffered_thatIsTold() {
    chooseSchema();
    sites.site().hideRoles();
    assertEquals("false", Answered.with(200, resource.roles(id)).at("/offered"));
    assertEquals(
        List.of("null: assets-roles-by-hand"),
        Answered.with(409, resource.setRoles(id, "{\"roles\":[]}")).errors());
  }

  @Test
  public void oneClickBuildsEverything_andASecondOneNothing() {
    String schema = chooseSchema();
    Answered draft = Answered.with(200, build.draft(id, null));
    assertEquals("false", draft.at("/blocked"));
    assertEquals("create-status", draft.at("/actions/0/action"));
    assertEquals(0, sites.world().schema(schema).types().size());

    assertEquals("NONE", Answered.with(200, build.progress(id)).at("/state"));
    Answered.with(202, build.start(id, "{}"));
    Answered done = Answered.with(200, build.progress(id));
    assertEquals(done.text(), "SUCCEEDED", done.at("/state"));
    assertEquals(done.at("/total"), done.at("/done"));

    ObjectSchema built = sites.world().schema(schema);
    assertEquals(
        List.of("Groups", "Apps", "Users", "Devices", "Roles"),
        built.types().stream().map(type -> type.name()).toList());
    assertEquals(
        AttributeType.INTEGER,
        built.type("Users").orElseThrow().attribute("Cost Centre").orElseThrow().type());
    assertEquals(
        built.type("Groups").orElseThrow().id(),
        built.type("Users").orElseThrow().attribute("Groups").orElseThrow().referencedTypeId());
    assertTrue(
        stored().settings().assets().mapping().contains("map:profile.costCentre=Cost Centre"));
    assertTrue(stored().settings().assets().types().users().settled());

    assertEquals("[]", Answered.with(200, build.draft(id, null)).json().get("actions").toString());
  }

  @Test
  public void aTypeThatIsThereAlready_hasToBeSettledFirst() {
    String schema = chooseSchema();
    sites.world().addType(schema, "groups");
    assertEquals(
        "[\"Groups\"]", Answered.with(200, build.draft(id, null)).json().get("clashes").toString());
    assertEquals(
        List.of("null: assets-types-clash"), Answered.with(409, build.start(id, "{}")).errors());

    put("\"types\":{\"groups\":{\"name\":\"Okta Groups\"}}");
    assertEquals("false", Answered.with(200, build.draft(id, null)).at("/blocked"));
    put("\"types\":{\"groups\":{\"name\":\"Groups\"}}");
    assertEquals("true", Answered.with(200, build.draft(id, null)).at("/blocked"));
    put("\"types\":{\"groups\":{\"settled\":true}}");
    assertEquals("false", Answered.with(200, build.draft(id, null)).at("/blocked"));
    put("\"types\":{\"groups\":{\"settled\":false,\"on\":false}}");
    assertEquals("false", Answered.with(200, build.draft(id, null)).at("/blocked"));
  }

  @Test
  public void aBuildThatBreaksOffAnywhere_isTakenUpByTheNext() {
    for (int broken = 1; broken < 40; broken += 3) {
      String key = "K" + (char) ('A' + broken / 2);
      String body = "{\"name\":\"Try " + broken + "\",\"key\":\"" + key + "\"}";
      String schema = Answered.with(201, resource.create(id, body)).at("/id");
      put("\"schemaId\":\"" + schema + "\",\"mapping\":\"\"");
      int before = sites.world().faults().count(AssetsCall.BUILD);
      boolean after = broken % 2 == 0;
      if (after) {
        sites
            .world()
            .faults()
            .failAfter(AssetsCall.BUILD, before + broken, DirectoryFaults.refusal(Kind.RETRY));
      } else {
        sites
            .world()
            .faults()
            .failBefore(AssetsCall.BUILD, before + broken, DirectoryFaults.refusal(Kind.RETRY));
      }
      Answered.with(202, build.start(id, "{}"));
      if (Answered.with(200, build.progress(id)).at("/state").equals("SUCCEEDED")) {
        sites.world().faults().clear(); // it was done before the fault
        continue;
      }
      assertEquals("test-fault", Answered.with(200, build.progress(id)).at("/code"));
      sites.world().faults().clear();
      Answered.with(202, build.start(id, "{}"));
      assertEquals("SUCCEEDED", Answered.with(200, build.progress(id)).at("/state"));
      assertEquals(5, sites.world().schema(schema).types().size());
      assertEquals(
          "[]", Answered.with(200, build.draft(id, null)).json().get("actions").toString());
    }
  }

  @Test
  public void whatIsNewInOkta_isAddedWhenAsked_andWhatIsRenamedToo() {
    String schema = chooseSchema();
    put(
        "\"mapping\":\"key:id=Okta Id\\n"
            + "map:profile.costCentre=Cost Center\\n"
            + "\",\"types\":{\"groups\":{\"on\":false},\"roles\":{\"on\":false},\"apps\":{\"on\":false},"
            + "\"devices\":{\"on\":false}}");
    Answered.with(202, build.start(id, "{}"));
    String users = sites.world().schema(schema).type("Users").orElseThrow().id();
    sites.world().addAttribute(users, NewAttribute.of("By Hand", AttributeType.TEXT));

    Answered draft = Answered.with(200, build.draft(id, "true"));
    assertTrue(draft.text(), draft.json().get("additions").toString().contains("Department"));
    assertEquals("Users/Cost Center", draft.at("/renamings/0/id"));

    Answered.with(
        202, build.start(id, "{\"additions\":true,\"renamings\":[\"Users/Cost Center\"]}"));
    Map<String, Boolean> there = new java.util.TreeMap<>();
    for (String name : List.of("Cost Centre", "Cost Center", "Department", "By Hand")) {
      there.put(
          name,
          sites.world().schema(schema).type("Users").orElseThrow().attribute(name).isPresent());
    }
    assertEquals(
        Map.of("Cost Centre", true, "Cost Center", false, "Department", true, "By Hand", true),
        there);
    assertTrue(
        stored().settings().assets().mapping().contains("map:profile.costCentre=Cost Centre\n"));
    assertTrue(stored().settings().assets().mapping().contains("=Department"));
  }

  @Test
  public void whatSomebodyRenamedInAssets_isTold_notMadeAgain_andTakenOverWhenAsked() {
    String schema = chooseSchema();
    Answered.with(202, build.start(id, "{}"));
    String groups = sites.world().schema(schema).type("Groups").orElseThrow().id();
    String users = sites.world().schema(schema).type("Users").orElseThrow().id();
    sites.world().rename(groups, "Teams");
    sites.world().rename(users, "People");
    sites.world().renameAttribute(users, "Department", "Dept.");

    Answered draft = Answered.with(200, build.draft(id, null));
    assertEquals("[]", draft.json().get("actions").toString());
    assertEquals("[]", draft.json().get("clashes").toString());
    assertEquals(
        "[{\"type\":\"People\",\"attribute\":null,\"was\":\"Users\"},"
            + "{\"type\":\"Teams\",\"attribute\":null,\"was\":\"Groups\"},"
            + "{\"type\":\"People\",\"attribute\":\"Dept.\",\"was\":\"Department\"}]",
        draft.json().get("renamed").toString());

    String before = stored().settings().assets().mapping();
    Answered.with(202, build.start(id, "{}"));
    assertEquals(before, stored().settings().assets().mapping());
    assertEquals(5, sites.world().schema(schema).types().size());

    Answered.with(202, build.start(id, "{\"names\":true}"));
    assertEquals("SUCCEEDED", Answered.with(200, build.progress(id)).at("/state"));
    AssetsSettings now = stored().settings().assets();
    assertEquals("People", now.types().users().name());
    assertEquals("Teams", now.types().groups().name());
    assertTrue("settled", now.types().groups().settled() && now.types().users().settled());
    assertEquals(
        before
            .replace("Groups:", "Teams:")
            .replace("Users:", "People:")
            .replace("=Department\n", "=Dept.\n"),
        now.mapping());
    Answered after = Answered.with(200, build.draft(id, null));
    assertEquals("[]", after.json().get("renamed").toString());
    assertEquals("[]", after.json().get("actions").toString());
    assertEquals(5, sites.world().schema(schema).types().size());
  }

  @Test
  public void whatIsNewInOkta_isAddedToARenamedType_whateverTheTextCallsIt() {
    String schema = chooseSchema();
    Answered.with(202, build.start(id, "{}"));
    String users = sites.world().schema(schema).type("Users").orElseThrow().id();
    sites.world().rename(users, "People");
    put(
        "\"mapping\":\""
            + stored()
                .settings()
                .assets()
                .mapping()
                .replace("Users:", "People:")
                .replace("\n", "\\n")
                .replace("\"", "\\\"")
            + "\"");
    world
        .source
        .schemas()
        .type("user", InMemorySchemas.attribute("profile.floor", "Floor", Type.TEXT));
    Answered.with(202, build.start(id, "{\"additions\":true}"));
    assertEquals("SUCCEEDED", Answered.with(200, build.progress(id)).at("/state"));
    assertEquals(5, sites.world().schema(schema).types().size());
    assertTrue(sites.world().type(users).attribute("Floor").isPresent());
    assertEquals(-1, stored().settings().assets().mapping().indexOf("Users:"));
  }

  @Test
  public void aNameThatTwoTypesCouldBeMeantBy_blocksBuilding() {
    String schema = chooseSchema();
    Answered.with(202, build.start(id, "{}"));
    String groups = sites.world().schema(schema).type("Groups").orElseThrow().id();
    sites.world().rename(groups, "Teams");
    sites.world().addType(schema, "Groups");
    Answered draft = Answered.with(200, build.draft(id, null));
    assertEquals("true", draft.at("/blocked"));
    assertEquals(
        "[{\"name\":\"Groups\",\"now\":\"Teams\"}]", draft.json().get("disputed").toString());
    assertEquals(
        List.of("null: assets-name-disputed"), Answered.with(409, build.start(id, "{}")).errors());
  }

  @Test
  public void aTypeThatWasDeletedInAssets_isBuiltAnew() {
    String schema = chooseSchema();
    Answered.with(202, build.start(id, "{}"));
    sites.world().removeType(sites.world().schema(schema).type("Devices").orElseThrow().id());
    assertEquals("create-type", Answered.with(200, build.draft(id, null)).at("/actions/0/action"));
    Answered.with(202, build.start(id, "{}"));
    assertEquals("SUCCEEDED", Answered.with(200, build.progress(id)).at("/state"));
    assertEquals("[]", Answered.with(200, build.draft(id, null)).json().get("actions").toString());
  }

  @Test
  public void whileARunWorks_nothingIsBuilt() {
    chooseSchema();
    world.locked.add(Long.parseLong(id));
    assertEquals(
        List.of("null: run-in-progress"), Answered.with(409, build.start(id, "{}")).errors());
  }
}
