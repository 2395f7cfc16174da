package org.oktasync.web.rest;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.Connection;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.fakes.OneAssets;
import org.oktasync.mapping.assets.MappingTexts;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.run.setup.MappingControl;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.target.TargetException;

/** Checking, changing and trying mappings over REST. */
public class AssetsMappingResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final InMemoryAssets assets = new InMemoryAssets();
  private final OneAssets sites = new OneAssets(assets);
  private RestWorld world;
  private AssetsMappingResource resource;
  private String connection;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = String.valueOf(world.connect());
    MappingControl control = new MappingControl(world.ports, sites, world.clock);
    resource = new AssetsMappingResource(world.entry, world.connections, control);
    ObjectType users = assets.world().addType(assets.schemaId(), "Users");
    assets.world().addAttribute(users.id(), NewAttribute.of("ID", AttributeType.TEXT));
    assets.world().addAttribute(users.id(), NewAttribute.of("Age", AttributeType.INTEGER));
    world.source.schemas().type("user", InMemorySchemas.attribute("profile.vip", "VIP", Type.FLAG));
  }

  private static String body(Object... pairs) {
    ObjectNode body = JsonAnswer.object();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], (String) pairs[i + 1]);
    }
    return body.toString();
  }

  private Answered check(String text) {
    return Answered.with(200, resource.check(connection, body("text", text)));
  }

  /** Each entry of an array as {@code line:column code}. */
  private static List<String> told(Answered answer, String array) {
    List<String> told = new ArrayList<>();
    for (JsonNode one : answer.json().get(array)) {
      told.add(
          one.get("line").asText()
              + ":"
              + one.get("column").asText()
              + " "
              + one.get("code").asText());
    }
    return told;
  }

  private static List<String> codes(Answered answer, String array) {
    List<String> codes = new ArrayList<>();
    answer.json().get(array).forEach(one -> codes.add(one.get("code").asText()));
    return codes;
  }

  private static SourceValue text(String value) {
    return new SourceValue.Text(value);
  }

  private static SourceValue.Fields fields(Object... pairs) {
    Map<String, SourceValue> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], (SourceValue) pairs[i + 1]);
    }
    return new SourceValue.Fields(values);
  }

  @Test
  public void aCheckComparesWithBothSides() {
    Answered answer = check("key:id=ID\nmap:profile.login=Name\nmap:profile.vip=Age\nmap:x=Colour");
    assertThat(
        told(answer, "errors"),
        is(List.of("3:1 schema-type-mismatch", "4:1 schema-attribute-missing")));
    assertThat(answer.at("/errors/0/length"), is("19"));
    assertThat(codes(answer, "notices"), is(List.of()));
    assertThat(answer.at("/rows/0/kind"), is("key"));
    assertThat(answer.at("/rows/2/type"), is("INTEGER"));
    assertThat(answer.at("/rows/3/type"), is("null"));
    assertThat(answer.at("/mappings/0/type"), is("Users"));
  }

  @Test
  public void aConflictCarriesTheTextThatMendsIt() {
    String text = MappingTexts.ACCESS + MappingTexts.GROUPS;
    Answered answer = check(text);
    assertThat(told(answer, "conflicts"), is(List.of("9:1 conflict-reference-key")));
    Answered mended = check(answer.at("/conflicts/0/fix"));
    assertThat(told(mended, "conflicts"), is(List.of()));
  }

  @Test
  public void whatCannotBeAskedIsANotice_andTheTextIsCheckedStill() {
    assets
        .world()
        .faults()
        .failEverything(
            new TargetException(TargetException.Kind.FATAL, Message.of("assets-away"), null));
    Answered answer = check("key:id=ID\noops");
    assertThat(codes(answer, "notices"), is(List.of("assets-away")));
    assertThat(told(answer, "errors"), is(List.of("2:1 mapping-line-unreadable")));
  }

  @Test
  public void bothSidesAreAskedOnceInAWhile() {
    check("key:id=ID");
    check("key:id=ID");
    assertThat(sites.opened(), is(1));
    assertThat(world.sourcesOpened, is(1));
    world.clock.pass(Duration.ofMinutes(1));
    check("key:id=ID");
    assertThat(sites.opened(), is(2));
    assertThat(world.sourcesOpened, is(1));
    world.clock.pass(Duration.ofMinutes(10));
    check("key:id=ID");
    assertThat(world.sourcesOpened, is(2));
  }

  private Answered edited(String text, String edit) {
    String body =
        "{\"text\":"
            + new com.fasterxml.jackson.databind.node.TextNode(text)
            + ",\"edit\":"
            + edit
            + "}";
    return Answered.with(200, resource.check(connection, body));
  }

  @Test
  public void aRowIsChangedAddedAndRemoved() {
    String text = "# mine\nkey:id=ID\nmap:a=Age\n";
    assertThat(
        edited(
                text,
                "{\"action\":\"change\",\"line\":3,\"kind\":\"reference\",\"source\":\"b\","
                    + "\"attribute\":\"B\",\"condition\":\"Name=${b}\"}")
            .at("/text"),
        is("# mine\nkey:id=ID\nmap:b=B|Name=${b}\n"));
    Answered added =
        edited(
            text,
            "{\"action\":\"add\",\"mapping\":\"Apps\",\"kind\":\"key\",\"source\":\"id\","
                + "\"attribute\":\"ID\"}");
    assertThat(added.at("/text"), is(text + "\nApps:\nkey:id=ID\n"));
    assertThat(added.at("/rows/2/mapping"), is("Apps"));
    assertThat(
        edited(text, "{\"action\":\"remove\",\"line\":3}").at("/text"), is("# mine\nkey:id=ID\n"));
  }

  @Test
  public void anEditThatIsNoneIsRefused() {
    String body = "{\"text\":\"\",\"edit\":{\"action\":\"burn\"}}";
    assertThat(
        Answered.with(400, resource.check(connection, body)).errors(),
        is(List.of("edit.action: value-unknown")));
    String kind = "{\"text\":\"\",\"edit\":{\"action\":\"add\",\"kind\":\"odd\"}}";
    assertThat(
        Answered.with(400, resource.check(connection, kind)).errors(),
        is(List.of("edit.kind: value-unknown")));
  }

  @Test
  public void theMappingThatRunsUseIsCheckedBeforeThem() {
    Connection stored = world.settings.connection(Long.parseLong(connection)).orElseThrow();
    AssetsSettings assets =
        stored
            .settings()
            .assets()
            .mapped("key:id=ID\nmap:profile.login=Name\nmap:profile.vip=Age\n");
    world.settings.update(stored.with(stored.settings().withAssets(assets)));
    Answered answer = Answered.with(200, resource.checkSaved(connection));
    assertThat(told(answer, "errors"), is(List.of("3:1 schema-type-mismatch")));
    assertThat(answer.at("/counts/errors"), is("1"));
    Answered.with(404, resource.checkSaved("99"));
  }

  @Test
  public void aTextIsNeeded_andHasAnEnd() {
    assertThat(
        Answered.with(400, resource.check(connection, "{}")).errors(),
        is(List.of("text: value-missing")));
    assertThat(
        Answered.with(400, resource.check(connection, body("text", "x".repeat(200_001)))).errors(),
        is(List.of("text: assets-mapping-too-long")));
    Answered.with(404, resource.check("99", body("text", "")));
  }

  @Test
  public void fivePeopleArePreviewedWithTheirSections() {
    SourceValue.Fields[] people = new SourceValue.Fields[7];
    for (int i = 0; i < people.length; i++) {
      people[i] = fields("id", text("00u" + i), "profile", fields("firstName", text("Ann" + i)));
      world.source.lists().list("/api/v1/users/00u" + i + "/groups");
      world.source.lists().list("/api/v1/users/00u" + i + "/appLinks");
    }
    world.source.lists().list("/api/v1/users", people);
    world
        .source
        .lists()
        .list(
            "/api/v1/users/00u0/groups",
            fields("id", text("g1"), "profile", fields("name", text("Ops"))))
        .list("/api/v1/users/00u0/appLinks", fields("id", text("a1"), "label", text("Zoom")))
        .withoutFeature("/api/v1/users/00u0/roles")
        .withoutFeature("/api/v1/users/00u1/roles");
    Answered answer =
        Answered.with(200, resource.preview(connection, body("text", MappingTexts.ACCESS)));
    assertThat(answer.json().get("objects").size(), is(5));
    assertThat(answer.at("/objects/0/key"), is("00u0"));
    assertThat(
        answer.json().at("/objects/0/attributes").toString(),
        is(
            "[{\"name\":\"Username\",\"reference\":false,\"values\":[\"00u0\"]},"
                + "{\"name\":\"Firstname\",\"reference\":false,\"values\":[\"Ann0\"]},"
                + "{\"name\":\"Groups\",\"reference\":true,\"values\":[\"Ops\"]},"
                + "{\"name\":\"Apps\",\"reference\":true,\"values\":[\"Zoom\"]}]"));
    assertThat(codes(answer, "notices").contains("feature-missing"), is(true));
  }

  @Test
  public void anotherListIsPreviewed_andWhatWouldBeSkippedIsTold() {
    world
        .source
        .lists()
        .list(
            "/api/v1/groups",
            fields("id", text("g1"), "profile", fields("name", text("Ops"))),
            fields("n", new SourceValue.Number(BigDecimal.ONE)));
    Answered answer =
        Answered.with(
            200,
            resource.preview(
                connection,
                body("text", MappingTexts.ACCESS + MappingTexts.GROUPS, "mapping", "groups")));
    assertThat(answer.at("/mapping"), is("Groups"));
    assertThat(answer.at("/objects/0/attributes/1/values/0"), is("Ops"));
    assertThat(answer.at("/objects/1/skipped"), is("true"));
    assertThat(answer.at("/objects/1/problems/0/code"), is("object-key-missing"));
  }

  @Test
  public void whatIsNotThereIsNotPreviewed() {
    String text = body("text", MappingTexts.ACCESS, "mapping", "Cars");
    assertThat(
        Answered.with(409, resource.preview(connection, text)).errors(),
        is(List.of("null: no-such-mapping")));
    assertThat(
        Answered.with(409, resource.preview(connection, body("text", "map:id=ID"))).errors(),
        is(List.of("null: no-such-mapping")));
  }

  @Test
  public void theNamesOfBothSidesAreTold() {
    Answered answer = Answered.with(200, resource.names(connection));
    assertThat(answer.at("/lists/0/dataSource"), is(""));
    assertThat(answer.at("/lists/0/paths/0/path"), is("profile.vip"));
    assertThat(answer.at("/lists/0/paths/0/kind"), is("FLAG"));
    assertThat(answer.at("/types/0/name"), is("Users"));
    assertThat(
        answer.json().at("/types/0/attributes").findValuesAsText("name").contains("Age"), is(true));
  }
}
