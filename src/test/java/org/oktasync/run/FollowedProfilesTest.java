package org.oktasync.run;

import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.hasItems;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.fakes.InMemorySchemas;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncRun.Extent;
import org.oktasync.record.Tally;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException.Kind;

/** Attributes that come, or get another title, in the source's profiles, between two runs. */
public class FollowedProfilesTest {
  private static final String MAPPING =
      "# by hand\n"
          + "key:id=Okta Id\n"
          + "map:profile.displayName=Name\n"
          + "map:profile.city=City\n"
          + "Groups:\n"
          + "key:id=Okta Id\n"
          + "map:profile.name=Name\n"
          + "config:data_source=/api/v1/groups\n";

  private static final SourceAttribute NAME = text("profile.displayName", "Display name");
  private static final SourceAttribute CITY = text("profile.city", "City");
  private static final SourceAttribute LEFT_OUT = text("profile.fax", "Fax");
  private static final SourceAttribute BADGE =
      InMemorySchemas.attribute("profile.badge", "Badge", Type.INTEGER);

  private final SyncWorld world = SyncWorld.unguarded();
  private final AssetsWorld assets = world.assets.world();
  private AssetsHand hand;
  private String schema;
  private String users;
  private String groups;

  private static SourceAttribute text(String path, String title) {
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

  private String type(String name) {
    String id = assets.addType(schema, name).id();
    assets.addAttribute(id, NewAttribute.of("Okta Id", AttributeType.TEXT));
    assets.addAttribute(id, NewAttribute.of("Status", AttributeType.STATUS));
    return id;
  }

  private void groupsOfOkta() {
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

  private void profile(SourceAttribute... attributes) {
    world.source.schemas().type("user", attributes);
  }

  /** A new attribute, of which somebody has a value. */
  private void badge() {
    profile(NAME, CITY, LEFT_OUT, BADGE);
    world.source.attribute("1", "profile.badge", "77").attribute("1", "profile.fax", "12");
  }

  private String mapping() {
    return world.connection().settings().assets().mapping();
  }

  private static List<String> codesOf(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  private long builds() {
    return assets.faults().count(AssetsCall.BUILD);
  }

  private List<String> attributes(String type) {
    return assets.type(type).attributes().stream().map(ObjectAttribute::name).toList();
  }

  /** The next run finds nothing to do, in Assets, in settings or in what it remembers. */
  private void assertQuiet() {
    long writes = assets.writes() + builds();
    Connection before = world.connection();
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(codesOf(run), is(List.of()));
    assertThat(run.counts().written(), is(0L));
    assertThat(assets.writes() + builds(), is(writes));
    assertThat(world.connection(), is(before));
  }

  @Test
  public void whatIsNewGetsAnAttributeALineAndValuesInTheSameRun() {
    badge();
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(run.notices(), is(List.of(Message.of("assets-follow-added", "Users", "Badge"))));
    assertThat(
        hand.lines("Users"), is(List.of("{Badge=77, City=Ulm, Name=Name of ann, Okta Id=1}")));
    assertThat(
        assets.type(users).attribute("Badge").orElseThrow().type(), is(AttributeType.INTEGER));
    assertThat(mapping(), is(MAPPING.replace("=City\n", "=City\nmap:profile.badge=Badge\n")));
    assertThat(world.audit.news(), hasItem("profiles-followed by operator"));
    assertQuiet();
  }

  @Test
  public void groupsAreFollowedAsPeopleAre() {
    world.source.schemas().groups(text("profile.name", "Name"), text("profile.cost", "Cost"));
    SyncRun run = world.sync();
    assertThat(run.notices(), is(List.of(Message.of("assets-follow-added", "Groups", "Cost"))));
    assertThat(hand.lines("Groups"), is(List.of("{Cost=4711, Name=Staff, Okta Id=g1}")));
    assertQuiet();
  }

  @Test
  public void anotherTitleRenamesTheAttributeWithItsValues() {
    profile(NAME, text("profile.city", "Town"), LEFT_OUT);
    SyncRun run = world.sync();
    assertThat(codesOf(run), is(List.of("assets-follow-renamed")));
    assertThat(hand.lines("Users"), is(List.of("{Name=Name of ann, Okta Id=1, Town=Ulm}")));
    assertThat(mapping(), is(MAPPING.replace("=City", "=Town")));
    assertThat(run.counts().get(EntityKind.OBJECT, Tally.UPDATED), is(0L));
    assertQuiet();
  }

  @Test
  public void reviewsSchedulesAndWhatChangedSinceHold() {
    int rules = world.connection().settingsVersion();
    SyncRun plan = world.dryRun();
    badge();
    world.sync();
    assertThat(world.connection().settingsVersion(), is(rules));
    assertThat(world.pauses, is(List.of()));
    assertThat(
        world.stored(world.control.applyDryRun(plan.id(), "manual", "operator")).state(),
        is(RunState.SUCCEEDED));
    world.sync();
    assertThat(world.incremental().mode(), is(SyncRun.INCREMENTAL));
  }

  @Test
  public void aDryRunSaysWhatWouldBeDoneAndLeavesNoTrace() {
    profile(NAME, text("profile.city", "Town"), LEFT_OUT, BADGE);
    Connection before = world.connection();
    var seen = world.profiles.of(before.id());
    var types = world.types.of(before.id(), schema);
    SyncRun run = world.dryRun();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(
        run.notices(),
        is(
            List.of(
                Message.of("assets-follow-would-add", "Users", "Badge"),
                Message.of("assets-follow-would-rename", "Users", "City \u2192 Town"))));
    assertThat(builds(), is(0L));
    assertThat(world.connection(), is(before));
    assertThat(world.profiles.of(before.id()), is(seen));
    assertThat(world.types.of(before.id(), schema), is(types));
    assertThat(world.audit.news(), not(hasItem(startsWith("profiles-followed"))));
  }

  @Test
  public void otherRunsLookAtNoProfiles() {
    badge();
    world
        .source
        .schemas()
        .whenAsked(
            () -> {
              throw new AssertionError("nobody needs profiles");
            });
    world.incremental();
    world.run(SyncRun.FULL, false, new Extent(Extent.ASSETS, 1));
    world.run(SyncRun.FULL, false, new Extent(Extent.DIRECTORY, 0));
    world.change("{\"assets\":{\"enabled\":false}}");
    assertThat(world.sync().state(), is(RunState.SUCCEEDED));
    assertThat(builds(), is(0L));
  }

  @Test
  public void whatSomebodyLeftOutOrTookOutStaysOut() {
    assertThat(mapping(), not(startsWith("map:profile.fax")));
    badge();
    world.sync();
    world.change("{\"assets\":{\"mapping\":\"" + MAPPING.replace("\n", "\\n") + "\"}}");
    world.sync();
    assertThat(mapping(), is(MAPPING));
    profile(NAME, CITY, LEFT_OUT);
    world.sync();
    badge();
    assertThat("gone and back again", codesOf(world.sync()), is(List.of()));
    assertThat(mapping(), is(MAPPING));
  }

  @Test
  public void namesThatSomebodyChoseStay() {
    world.change(
        "{\"assets\":{\"mapping\":\""
            + MAPPING.replace("=City", "=Stadt").replace("\n", "\\n")
            + "\"}}");
    assets.renameAttribute(users, "City", "Stadt");
    world.sync();
    profile(NAME, text("profile.city", "Town"), LEFT_OUT);
    assertThat(codesOf(world.sync()), is(List.of()));
    assertThat(attributes(users), hasItem("Stadt"));
    assertQuiet();
  }

  @Test
  public void aNameThatSomebodyGaveInAssetsStays() {
    assets.renameAttribute(users, "City", "Ort");
    profile(NAME, text("profile.city", "Town"), LEFT_OUT);
    assertThat(codesOf(world.sync()), is(List.of("assets-attribute-renamed")));
    assertThat(attributes(users), hasItem("Ort"));
    assertThat(mapping(), is(MAPPING));
  }

  @Test
  public void switchedOffNothingIsFollowed_andSwitchedOnItBeginsAnew() {
    world.change("{\"assets\":{\"followProfiles\":false}}");
    badge();
    assertThat(codesOf(world.sync()), is(List.of()));
    world.change("{\"assets\":{\"followProfiles\":true}}");
    assertThat(codesOf(world.sync()), is(List.of()));
    assertThat("what is there by then stays out", mapping(), is(MAPPING));
    profile(NAME, CITY, LEFT_OUT, BADGE, text("profile.floor", "Floor"));
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-added")));
    assertThat(attributes(users), hasItem("Floor"));
    assertThat(attributes(users), not(hasItem("Badge")));
  }

  @Test
  public void aConnectionThatHasNotLookedYetBeginsWithWhatIsThere() {
    world.profiles.forget(world.connectionId());
    badge();
    world.dryRun();
    assertThat(world.profiles.of(world.connectionId()).isPresent(), is(false));
    assertThat(codesOf(world.sync()), is(List.of()));
    assertThat(mapping(), is(MAPPING));
    assertThat(
        world.profiles.of(world.connectionId()).orElseThrow().people().keySet(),
        is(Set.of("profile.displayName", "profile.city", "profile.fax", "profile.badge")));
  }

  @Test
  public void aListOfAnApplicationIsNoListOfPeople() {
    world.change(
        "{\"assets\":{\"mapping\":\"key:id=Okta Id\\nmap:profile.displayName=Name\\n"
            + "config:data_source=/api/v1/apps/0oa1/users\"}}");
    world.source.lists().list("/api/v1/apps/0oa1/users");
    String before = mapping();
    badge();
    world.sync();
    assertThat(mapping(), is(before));
    assertThat(builds(), is(0L));
  }

  @Test
  public void aTypeThatNobodySettledIsNotChanged() {
    world.change("{\"assets\":{\"types\":{\"users\":{\"settled\":false}}}}");
    badge();
    assertThat(world.sync().notices(), is(List.of(Message.of("assets-follow-unsettled", "Users"))));
    assertThat(builds(), is(0L));
    assertThat(mapping(), is(MAPPING));
    world.change("{\"assets\":{\"types\":{\"users\":{\"settled\":true}}}}");
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-added")));
  }

  @Test
  public void anAttributeThatSomebodyMadeInAssetsIsNotFilledByItself() {
    assets.addAttribute(users, NewAttribute.of("Badge", AttributeType.TEXT));
    hand.edit(hand.id("Users", "Okta Id", "1"), "Badge", "by hand");
    badge();
    SyncRun run = world.sync();
    assertThat(
        run.notices(),
        is(List.of(Message.of("assets-follow-taken", "Users", "Badge", "profile.badge"))));
    assertThat(hand.lines("Users").get(0), startsWith("{Badge=by hand,"));
    assertThat(mapping(), is(MAPPING));
    assertThat("until it is settled", codesOf(world.sync()), hasItem("assets-follow-taken"));
  }

  @Test
  public void aNameThatTheMappingUsesOtherwiseIsTold() {
    profile(NAME, LEFT_OUT, text("profile.place", "City"));
    SyncRun run = world.sync();
    assertThat(
        run.notices(),
        hasItem(Message.of("assets-follow-mapped", "Users", "City", "profile.place")));
  }

  @Test
  public void aTitleThatSomethingElseHasRenamesNothing() {
    profile(NAME, text("profile.city", "Town"), LEFT_OUT);
    assets.addAttribute(users, NewAttribute.of("Town", AttributeType.TEXT));
    Message told = Message.of("assets-follow-not-renamed", "Users", "Town", "profile.city");
    assertThat(world.sync().notices(), is(List.of(told)));
    String other = MAPPING.replace("=City\n", "=City\nmap:profile.fax=Town\n");
    world.change("{\"assets\":{\"mapping\":\"" + other.replace("\n", "\\n") + "\"}}");
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-not-renamed")));
    assertThat(mapping(), is(other));
    assertThat(builds(), is(0L));
  }

  @Test
  public void whatAssetsRefusesIsTold_theRestIsDone_andTheNextRunTriesAgain() {
    profile(NAME, CITY, LEFT_OUT, BADGE, text("profile.floor", "Floor"));
    assets.faults().failBefore(AssetsCall.BUILD, 1, DirectoryFaults.refusal(Kind.DENIED));
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(
        codesOf(run), is(List.of("assets-follow-refused", "test-fault", "assets-follow-added")));
    assertThat(attributes(users), hasItem("Floor"));
    assertThat(mapping(), not(hasLine("profile.badge")));
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-added")));
    assertThat(attributes(users), hasItems("Badge", "Floor"));
    assertQuiet();
  }

  private static org.hamcrest.Matcher<String> hasLine(String path) {
    return org.hamcrest.CoreMatchers.containsString("map:" + path + "=");
  }

  @Test
  public void aLostAnswerMakesNoSecondAttributeAndIsNoClash() {
    badge();
    assets.faults().failAfter(AssetsCall.BUILD, 1, DirectoryFaults.refusal(Kind.RETRY));
    assertThat(codesOf(world.sync()), hasItem("assets-follow-refused"));
    assertThat(mapping(), is(MAPPING));
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-added")));
    assertThat(mapping(), hasLine("profile.badge"));
    assertThat(builds(), is(1L));
    assertQuiet();
  }

  @Test
  public void anAssetsThatIsGoneHarmsNoAccount() {
    badge();
    assets.faults().failEverything(DirectoryFaults.refusal(Kind.FATAL).get());
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.PARTIAL));
    assertThat(codesOf(run), hasItems("assets-follow-failed", "assets-left-out"));
    assets.faults().clear();
    world.sync();
    assertThat(mapping(), hasLine("profile.badge"));
  }

  @Test
  public void profilesThatCannotBeReadAreTold_andTheRunGoesOn() {
    world
        .source
        .schemas()
        .whenAsked(
            () -> {
              throw new SourceException(
                  SourceException.Kind.DENIED, Message.of("test-denied"), null);
            });
    world.source.person("2", "bob");
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(codesOf(run), is(List.of("assets-follow-unread", "test-denied")));
    assertThat(hand.lines("Users").size(), is(2));
    world.source.schemas().whenAsked(() -> {});
    assertQuiet();
  }

  @Test
  public void whatSomebodySavedMeanwhileIsNotOverwritten() {
    badge();
    world.source.schemas().whenAsked(() -> world.change("{\"planHours\":5}"));
    SyncRun run = world.sync();
    assertThat(codesOf(run), is(List.of("assets-follow-stale")));
    assertThat(world.connection().settings().planHours(), is(5));
    assertThat(mapping(), is(MAPPING));
    world.source.schemas().whenAsked(() -> {});
    assertThat(codesOf(world.sync()), is(List.of("assets-follow-added")));
    assertThat(builds(), is(1L));
    assertQuiet();
  }

  @Test
  public void aNodeThatDiesBetweenAttributeAndLineLeavesNothingHalf() {
    badge();
    assets.faults().failAfter(AssetsCall.BUILD, 1, world.death());
    world.sync();
    assertThat(attributes(users), hasItem("Badge"));
    assertThat(mapping(), is(MAPPING));
    world.reviveElsewhere();
    world.resumeDue();
    assertThat(world.latest().state(), is(RunState.SUCCEEDED));
    assertThat(mapping(), hasLine("profile.badge"));
    assertThat(builds(), is(1L));
    assertThat(hand.lines("Users").get(0), startsWith("{Badge=77,"));
    assertQuiet();
  }

  @Test
  public void aNodeThatDiesBeforeItRenamedTheLineLeavesNothingHalf() {
    profile(NAME, text("profile.city", "Town"), LEFT_OUT);
    assets.faults().failAfter(AssetsCall.BUILD, 1, world.death());
    world.sync();
    assertThat(attributes(users), hasItem("Town"));
    world.reviveElsewhere();
    world.resumeDue();
    assertThat(mapping(), is(MAPPING.replace("=City", "=Town")));
    assertThat(builds(), is(1L));
    assertQuiet();
  }

  @Test
  public void aNodeThatDiesBeforeValuesAreWrittenLeavesThemToTheNextRun_whateverItsMode() {
    badge();
    int next = assets.faults().count(AssetsCall.READ_SCHEMA) + 2;
    assets.faults().failBefore(AssetsCall.READ_SCHEMA, next, world.death());
    world.sync();
    assertThat(mapping(), hasLine("profile.badge"));
    world.reviveElsewhere();
    SyncRun run = world.incremental();
    assertThat(run.mode(), is(SyncRun.FULL));
    assertThat(hand.lines("Users").get(0), startsWith("{Badge=77,"));
    assertQuiet();
  }

  @Test
  public void profilesInWhichNothingChangedCostAssetsNoCall() {
    int before = assets.faults().count(AssetsCall.READ_SCHEMA);
    world.sync();
    assertThat(assets.faults().count(AssetsCall.READ_SCHEMA), is(before + 1));
  }
}
