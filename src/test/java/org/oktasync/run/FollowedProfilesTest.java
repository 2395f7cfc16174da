package org.oktasync.run;

import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.SyncRun.Extent;
import org.oktasync.record.Tally;

/** Attributes that come, or get another title, in the source's profiles, between two runs. */
public class FollowedProfilesTest extends ProfilesWorld {
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
}
