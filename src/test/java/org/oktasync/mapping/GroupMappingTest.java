package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.DesiredGroup.Standing;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.SourceGroup;

/** Which groups of Okta become groups of Jira, and under which names. */
public class GroupMappingTest {
  private static final ExternalId G1 = new ExternalId("g1");
  private static final ExternalId G2 = new ExternalId("g2");

  private boolean onTheFly = true;
  private boolean builtIn;
  private List<String> include = List.of();
  private List<String> exclude = List.of();
  private List<Transformation> rename = List.of();
  private List<CombinedGroup> combined = List.of();

  private GroupMapping mapping() {
    return new GroupMapping(
        onTheFly,
        builtIn,
        include.isEmpty() ? Optional.empty() : Optional.of(GroupFilter.of(include)),
        GroupFilter.of(exclude),
        rename,
        combined);
  }

  private static SourceGroup source(String name) {
    return new SourceGroup(G1, "OKTA_GROUP", name, "", OptionalLong.empty());
  }

  private static SourceGroup everyone() {
    return new SourceGroup(G2, SourceGroup.BUILT_IN, "Everyone", "", OptionalLong.empty());
  }

  private DesiredGroup group(String name) {
    return mapping().group(source(name)).orElseThrow();
  }

  private static CombinedGroup named(String name, boolean mayAdminister, ExternalId... sources) {
    return new CombinedGroup(new GroupName(name), Set.of(sources), false, false, mayAdminister);
  }

  @Test
  public void aGroupHasItsNameWithoutBlanksAroundIt() {
    assertEquals(new GroupName("Staff"), group(" Staff ").name());
    assertEquals("Staff", group(" Staff ").label());
    assertEquals(Standing.WANTED, group("Staff").standing());
    assertNull(group("Staff").problem());
  }

  @Test
  public void aNameThatJiraDoesNotTakeIsAProblem_underWhichTheGroupIsStillKnown() {
    assertEquals("group-name-missing", group(" ").problem().code());
    assertEquals("g1", group(" ").label());
    assertEquals("group-name-too-long", group("x".repeat(256)).problem().code());
    assertEquals("x".repeat(255), group("x".repeat(256)).label());
    assertEquals("x".repeat(40), group("x".repeat(256)).problem().detail());
    assertEquals("x".repeat(255), group("x".repeat(255)).name().value());
    assertEquals(new MappingProblem("group-name-illegal-character", "<"), group("a<b").problem());
    assertEquals(
        new MappingProblem("group-name-illegal-character", "U+200B"), group("a\u200bb").problem());
    for (String hidden : List.of("a\u0007b", "a\u2028b", "a\u2029b", "a\ud800b")) {
      assertEquals("group-name-illegal-character", group(hidden).problem().code());
    }
    assertNull(group("a<b").name());
  }

  @Test
  public void builtInGroupsAreNoneOfOurBusiness_unlessTheyAreWanted() {
    assertTrue(mapping().group(everyone()).isEmpty());
    assertFalse(mapping().needsMembersOf(everyone()));
    builtIn = true;
    assertEquals("Everyone", mapping().group(everyone()).orElseThrow().label());
    assertTrue(mapping().needsMembersOf(everyone()));
  }

  @Test
  public void onlyWhatIsMeantIsKeptInStep_whatIsNotStaysAsItIs() {
    include = List.of("jira-*", "/Team [0-9]+/");
    exclude = List.of("JIRA-ADMINS");
    assertEquals(Standing.WANTED, group("jira-users").standing());
    assertEquals(Standing.WANTED, group("Team 12").standing());
    assertEquals("the whole name", Standing.LEFT_OUT, group("My Team 12").standing());
    assertEquals(Standing.LEFT_OUT, group("jira-admins").standing());
    assertTrue(group("Sales").leftOut());
    assertEquals("Sales", group("Sales").label());
    assertNull(group("Sales").name());
    assertFalse(mapping().needsMembersOf(source("Sales")));
    assertTrue(mapping().needsMembersOf(source("jira-users")));
    onTheFly = false;
    assertTrue(group("jira-users").leftOut());
    assertFalse(mapping().any());
  }

  @Test
  public void aFilterMeansNamesWithBlanksAndNothingBlank() {
    GroupFilter filter = GroupFilter.of(List.of(" Staff ", "//", "/x/", "*"));
    assertTrue(filter.matches(" staff "));
    assertFalse(filter.matches("  "));
    GroupFilter few = GroupFilter.of(List.of("/x/", "//"));
    assertTrue(few.matches("x"));
    assertFalse(few.matches("xx"));
    assertTrue("two slashes are a name", few.matches("//"));
    assertFalse(
        "too much work", GroupFilter.of(List.of("/(.*a){12}$/")).matches("a".repeat(80) + "!"));
    assertThrows(InvalidMappingException.class, () -> GroupFilter.of(List.of("/(/")));
  }

  @Test
  public void namesAreChangedStepByStep_untilOneFails() {
    rename = List.of(new Transformation.LowerCase(), new Transformation.Prefix("okta-"));
    assertEquals("okta-staff", group("Staff").name().value());
    assertEquals("the label is Okta's", "Staff", group("Staff").label());
    rename =
        List.of(
            new Transformation.Regex(SafeRegex.of("(.*a){12}$"), ""),
            new Transformation.Prefix("x"));
    DesiredGroup failed = group("a".repeat(80) + "!");
    assertEquals("regex-too-much-work", failed.problem().code());
    rename = List.of(new Transformation.Fixed(" "));
    assertEquals("group-name-missing", group("Staff").problem().code());
  }

  @Test
  public void groupsThatAnAdministratorNamed_areFedBySources() {
    onTheFly = false;
    combined = List.of(named("Team", false, G1), named("crew", true, G1, G2));
    GroupMapping mapping = mapping();
    assertTrue(mapping.any());
    assertTrue(mapping.needsMembersOf(everyone()));
    assertFalse(
        mapping.needsMembersOf(
            new SourceGroup(new ExternalId("g3"), "OKTA_GROUP", "x", "", OptionalLong.empty())));
    List<DesiredGroup> named = mapping.named(Set.of(G1));
    assertEquals(
        List.of("crew", "Team"), named.stream().map(group -> group.name().value()).toList());
    assertEquals(Standing.NAMED_TO_ADMINISTER, named.get(0).standing());
    assertEquals(List.of("g2"), named.get(0).missing());
    assertEquals(Standing.NAMED, named.get(1).standing());
    assertEquals(List.of(), named.get(1).missing());
    assertTrue(named.get(0).named() && named.get(1).named());
    assertFalse(group("Staff").named());
    assertEquals("nobody knows", List.of(), mapping.named(null).get(0).missing());
  }

  @Test
  public void aNamedGroupIsKnownByItsId_inAnyCase_howeverLongItsName() {
    combined = List.of(named("Team", false, G1));
    ExternalId id = combined.get(0).id();
    assertTrue(CombinedGroup.is(id));
    assertFalse(CombinedGroup.is(G1));
    assertEquals(id, named("TEAM", true).id());
    assertEquals(combined.get(0), mapping().combined(id).orElseThrow());
    assertTrue(mapping().combined(G1).isEmpty());
    assertTrue(mapping().combined(named("other", false).id()).isEmpty());
    assertFalse(
        named("x".repeat(250) + "a", false).id().equals(named("x".repeat(250) + "b", false).id()));
    assertTrue(named("x".repeat(255), false).id().value().length() < 255);
    String longest = "y".repeat(200);
    assertTrue(named(longest, false).id().value().endsWith(longest));
  }

  @Test
  public void linesOfOneNameAreOneGroup() {
    CombinedGroup all = new CombinedGroup(new GroupName("TEAM"), Set.of(G2), true, true, true);
    List<CombinedGroup> merged =
        GroupMapping.merged(List.of(named("Team", false, G1), named("crew", false), all));
    assertEquals(
        List.of("Team", "crew"), merged.stream().map(group -> group.name().value()).toList());
    CombinedGroup team = merged.get(0);
    assertEquals(Set.of(G1, G2), team.sources());
    assertTrue(team.everybody() && team.newcomers() && team.mayAdminister());
    CombinedGroup neither =
        GroupMapping.merged(List.of(named("a", false, G1), named("A", false, G2))).get(0);
    assertFalse(neither.everybody() || neither.newcomers() || neither.mayAdminister());
    assertEquals(
        team,
        GroupMapping.merged(
                List.of(
                    new CombinedGroup(new GroupName("Team"), Set.of(G2), true, true, true),
                    named("team", false, G1)))
            .get(0));
  }
}
