package org.oktasync.run;

import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.hasItems;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.DirectoryFaults;
import org.oktasync.model.Message;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.source.SourceException;
import org.oktasync.target.TargetException.Kind;

/** What stands in the way of following profiles, or breaks off. */
public class FollowedProfilesTroubleTest extends ProfilesWorld {
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
