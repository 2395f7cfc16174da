package org.oktasync.run;

import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.AssetsHand;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.fakes.InMemoryAssets;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.NewAttribute;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** An administrator renames types and attributes in Assets after objects were written. */
public class RenamedTypesTest {
  private static final String MAPPING =
      "key:id=Okta ID\n"
          + "map:profile.displayName=Name\n"
          + "map:groups=Groups|Name=${groups}\n"
          + "config:section=groups\n"
          + "Groups:\n"
          + "key:id=Okta ID\n"
          + "map:profile.name=Name\n"
          + "config:data_source=/api/v1/groups\n";

  private final SyncWorld world = SyncWorld.unguarded();
  private final AssetsWorld assets = world.assets.world();
  private AssetsHand hand;
  private String schema;
  private String users;
  private String groups;
  private SyncRun first;

  @Before
  public void importOnce() {
    schema = assets.addSchema("OKT", "Okta");
    groups = addGroups("Groups");
    users = addUsers(groups);
    assets.addStatus(schema, "Not in Okta");
    hand = new AssetsHand(new InMemoryAssets(assets, schema));
    world.keepObjects(schema, MAPPING);
    world.change("{\"guardrails\":{\"maxRetirements\":{\"count\":1000,\"percent\":100}}}");
    groupsOfOkta("Staff");
    world.source.person("1", "ann").person("2", "bob");
    first = world.sync();
    assertThat(objects(first, Tally.CREATED), is(3L));
  }

  private String addGroups(String name) {
    String id = assets.addType(schema, name).id();
    assets.addAttribute(id, NewAttribute.of("Okta ID", AttributeType.TEXT));
    return id;
  }

  private String addUsers(String referred) {
    String id = assets.addType(schema, "Users").id();
    assets.addAttribute(id, NewAttribute.of("Okta ID", AttributeType.TEXT));
    assets.addAttribute(id, NewAttribute.of("Status", AttributeType.STATUS));
    assets.addAttribute(id, NewAttribute.of("Groups", AttributeType.REFERENCE).many().to(referred));
    return id;
  }

  private void groupsOfOkta(String name) {
    world
        .source
        .lists()
        .list(
            "/api/v1/groups",
            new SourceValue.Fields(
                Map.of(
                    "id", new SourceValue.Text("g1"),
                    "profile",
                        new SourceValue.Fields(Map.of("name", new SourceValue.Text(name))))));
    world.source.group("g1", name, "1", "2");
  }

  private static long objects(SyncRun run, Tally tally) {
    return run.counts().get(EntityKind.OBJECT, tally);
  }

  private static List<String> codes(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  private List<String> typesOfLinks() {
    return world.objects.all().stream()
        .map(link -> link.identity().type() + " " + link.origin())
        .sorted()
        .toList();
  }

  private SyncRun quiet() {
    long writes = assets.writes();
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat("written", assets.writes(), is(writes));
    assertThat("unchanged", objects(run, Tally.UNCHANGED), is(3L));
    return run;
  }

  @Test
  public void aRenamedTypeIsFollowed_toldAndNotMadeASecondTime() {
    assets.rename(users, "People");
    assets.rename(groups, "Teams");
    SyncRun run = quiet();
    assertThat(
        run.notices(),
        hasItem(new Message("assets-type-renamed", List.of("Users", "", "1", "People"))));
    assertThat(typesOfLinks(), is(List.of("People CREATED", "People CREATED", "Teams CREATED")));

    groupsOfOkta("Everybody");
    world.source.deletePerson("2");
    SyncRun next = world.sync();
    assertThat(hand.lines("Teams"), is(List.of("{Name=Everybody, Okta ID=g1}")));
    assertThat(
        hand.lines("People"),
        is(
            List.of(
                "{Groups=Everybody, Name=Name of ann, Okta ID=1}",
                "{Groups=Everybody, Name=Name of bob, Okta ID=2, Status=Not in Okta}")));
    assertThat(objects(next, Tally.CREATED), is(0L));
    assertThat(assets.schema(schema).types().size(), is(2));
  }

  @Test
  public void aRunThatWritesOnesOwnTypeAnew_followsItToo() {
    assets.rename(groups, "Teams");
    world.keepObjects(schema, MAPPING.replace("Groups:", "Teams:"));
    assertThat(codes(quiet()), not(hasItem("assets-type-renamed")));
    assertThat(typesOfLinks(), hasItem("Teams CREATED"));
  }

  @Test
  public void renamedAttributesAreFollowed_theKeyAndWhatReferencesLookForToo() {
    assets.renameAttribute(users, "Okta ID", "Id");
    assets.renameAttribute(users, "Groups", "Member of");
    assets.renameAttribute(groups, "Name", "Title");
    SyncRun run = quiet();
    assertThat(
        run.notices(),
        hasItem(new Message("assets-attribute-renamed", List.of("Users", "Okta ID", "1", "Id"))));

    groupsOfOkta("Everybody");
    world.source.person("3", "cid").group("g1", "Everybody", "1", "3");
    world.sync();
    assertThat(hand.lines("Groups"), is(List.of("{Okta ID=g1, Title=Everybody}")));
    assertThat(
        hand.lines("Users"),
        is(
            List.of(
                "{Id=1, Member of=Everybody, Name=Name of ann}",
                "{Id=2, Name=Name of bob}",
                "{Id=3, Member of=Everybody, Name=Name of cid}")));
    long writes = assets.writes();
    world.sync();
    assertThat(assets.writes(), is(writes));
  }

  @Test
  public void whereAnotherTypeHasTheOldName_nobodyGuesses() {
    assets.rename(groups, "Old groups");
    addGroups("Groups");
    SyncRun run = world.sync();
    assertThat(codes(run), hasItem("assets-type-disputed"));
    assertThat(hand.lines("Groups"), is(List.of()));
    assertThat(hand.lines("Old groups"), is(List.of("{Name=Staff, Okta ID=g1}")));

    world.keepObjects(schema, MAPPING.replace("Groups:", "Old groups:"));
    quiet();
  }

  @Test
  public void whereAnotherAttributeHasTheOldName_itsLineIsLeftOut() {
    assets.renameAttribute(users, "Name", "Full name");
    assets.addAttribute(users, NewAttribute.of("Name", AttributeType.TEXT));
    SyncRun run = world.sync();
    assertThat(codes(run), hasItem("assets-attribute-disputed"));
    assertThat(hand.lines("Users").get(0), is("{Full name=Name of ann, Groups=Staff, Okta ID=1}"));
  }

  @Test
  public void aTypeThatWasDeletedAndMadeAnewByHand_isFilledAnewAndToldOnce() {
    assets.removeType(users);
    users = addUsers(groups);
    SyncRun run = world.sync();
    assertThat(run.state(), is(RunState.SUCCEEDED));
    assertThat(codes(run), hasItem("assets-type-made-anew"));
    assertThat(objects(run, Tally.CREATED), is(2L));
    assertThat(objects(run, Tally.FAILED), is(0L));
    assertThat(hand.lines("Users").size(), is(2));
    assertThat(codes(quiet()), not(hasItem("assets-type-made-anew")));
  }

  @Test
  public void whatARunDidUnderTheOldNamesCanBeUndone() {
    groupsOfOkta("Everybody");
    SyncRun changed = world.sync();
    assets.rename(groups, "Teams");
    assets.renameAttribute(groups, "Name", "Title");
    world.undo(changed);
    assertThat(hand.lines("Teams"), is(List.of("{Okta ID=g1, Title=Staff}")));
    world.undo(first);
    assertThat(hand.lines("Teams"), is(List.of("{Okta ID=g1, Title=Staff} archived")));
  }

  @Test
  public void aPlanThatWasStoredBefore_isAppliedToTheSameObjects() {
    groupsOfOkta("Everybody");
    world.source.person("3", "cid");
    SyncRun dry = world.dryRun();
    assets.rename(users, "People");
    assets.rename(groups, "Teams");
    assets.renameAttribute(groups, "Name", "Title");
    SyncRun run = world.stored(world.control.applyDryRun(dry.id(), "manual", "operator"));
    assertThat(objects(run, Tally.FAILED), is(0L));
    assertThat(hand.lines("Teams"), is(List.of("{Okta ID=g1, Title=Everybody}")));
    assertThat(hand.lines("People").size(), is(3));
    assertThat(typesOfLinks(), not(hasItem("Users CREATED")));
    long writes = assets.writes();
    world.sync();
    assertThat(assets.writes(), is(writes));
  }
}
