package org.oktasync.run;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.oktasync.config.Connection;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Type;

/** One import of people and groups, before something changes in the profiles of the source. */
abstract class ProfilesWorld {
  static final String MAPPING =
      "# by hand\n"
          + "key:id=Okta Id\n"
          + "map:profile.displayName=Name\n"
          + "map:profile.city=City\n"
          + "Groups:\n"
          + "key:id=Okta Id\n"
          + "map:profile.name=Name\n"
          + "config:data_source=/api/v1/groups\n";

  static final SourceAttribute NAME = text("profile.displayName", "Display name");
  static final SourceAttribute CITY = text("profile.city", "City");
  static final SourceAttribute LEFT_OUT = text("profile.fax", "Fax");
  static final SourceAttribute BADGE =
      InMemorySchemas.attribute("profile.badge", "Badge", Type.INTEGER);

  final SyncWorld world = SyncWorld.unguarded();
  final AssetsWorld assets = world.assets.world();
  AssetsHand hand;
  String schema;
  String users;
  String groups;

  static SourceAttribute text(String path, String title) {
    return InMemorySchemas.attribute(path, title, Type.TEXT);
  }

  @Before
  public void importOnce() {
    schema = assets.addSchema("OKT", "Okta");
    groups = type("Groups");
    users = type("Users");
    assets.addAttribute(users, NewAttribute.of("City", AttributeType.TEXT));
    assets.addStatus(schema, "Not in Okta");
    hand = new AssetsHand(new InMemoryAssets(assets, schema));
    world.keepObjects(schema, MAPPING);
    world.change(
        "{\"assets\":{\"types\":{\"users\":{\"settled\":true},\"groups\":{\"settled\":true}}}}");
    groupsOfOkta();
    world.source.person("1", "ann").attribute("1", "profile.city", "Ulm");
    profile(NAME, CITY, LEFT_OUT);
    assertThat(world.sync().state(), is(RunState.SUCCEEDED));
    assertThat(codesOf(world.latest()), is(List.of()));
    world.audit.news();
  }

  String type(String name) {
    String id = assets.addType(schema, name).id();
    assets.addAttribute(id, NewAttribute.of("Okta Id", AttributeType.TEXT));
    assets.addAttribute(id, NewAttribute.of("Status", AttributeType.STATUS));
    return id;
  }

  void groupsOfOkta() {
    SourceValue name = new SourceValue.Text("Staff");
    SourceValue cost = new SourceValue.Text("4711");
    SourceValue profile = new SourceValue.Fields(Map.of("name", name, "cost", cost));
    world
        .source
        .lists()
        .list(
            "/api/v1/groups",
            new SourceValue.Fields(Map.of("id", new SourceValue.Text("g1"), "profile", profile)));
    world.source.group("g1", "Staff", "1");
  }

  void profile(SourceAttribute... attributes) {
    world.source.schemas().type("user", attributes);
  }

  /** A new attribute, of which somebody has a value. */
  void badge() {
    profile(NAME, CITY, LEFT_OUT, BADGE);
    world.source.attribute("1", "profile.badge", "77").attribute("1", "profile.fax", "12");
  }

  String mapping() {
    return world.connection().settings().assets().mapping();
  }

  static List<String> codesOf(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  long builds() {
    return assets.faults().count(AssetsCall.BUILD);
  }

  List<String> attributes(String type) {
    return assets.type(type).attributes().stream().map(ObjectAttribute::name).toList();
  }

  /** The next run finds nothing to do, in Assets, in settings or in what it remembers. */
  void assertQuiet() {
    long writes = assets.writes() + builds();
    Connection before = world.connection();
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(codesOf(run), is(List.of()));
    assertThat(run.counts().written(), is(0L));
    assertThat(assets.writes() + builds(), is(writes));
    assertThat(world.connection(), is(before));
  }

  static org.hamcrest.Matcher<String> hasLine(String path) {
    return org.hamcrest.CoreMatchers.containsString("map:" + path + "=");
  }
}
