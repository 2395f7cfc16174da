package org.oktasync.mapping.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.mapping.assets.PresetMapping.Renamed;
import org.oktasync.model.assets.AttributeType;

/** The mapping that the product writes by itself. */
public class PresetMappingTest {
  private static final PresetTypes ALL =
      new PresetTypes("Users", "Groups", "Roles", "Apps", "Devices");
  private static final ProfileField DEPARTMENT = field("profile.department", "Department");
  private static final ProfileField COST = field("profile.costCentre", "Cost Centre");

  @Test
  public void itIsSound_andFillsEachTypeThatIsOn() {
    String text = preset(ALL, "Okta Id", DEPARTMENT, COST).text();
    ParsedMapping parsed = MappingParser.parse(text);

    assertEquals(text, List.of(), parsed.errors());
    assertEquals(
        List.of("Groups", "Apps", "Users", "Devices"),
        parsed.mapping().mappings().stream().map(ObjectMapping::name).toList());
    CheckedMapping checked = new MappingCheck("Users").check(text);
    assertEquals(List.of(), checked.errors());
    assertEquals(List.of(), checked.warnings());
    assertEquals(List.of(), checked.conflicts());
  }

  @Test
  public void peopleHaveTheirProfile_theirJiraUser_andWhatTheyHave() {
    String text = preset(ALL, "Okta Id", DEPARTMENT, COST).text();
    assertTrue(text, text.contains("map:profile.department=Department\n"));
    assertTrue(text, text.contains("map:profile.costCentre=Cost Centre\n"));
    assertTrue(text, text.contains("map:profile.email=Jira User\n"));
    assertTrue(text, text.contains("config:section=roles,groups,apps,devices\n"));
    assertTrue(text, text.contains("map:profile.managerId=Manager|"));
    assertTrue(text, text.contains("map:devices.*.id=Devices|"));
    assertTrue(text, text.contains("map:_embedded.users.*.user.id=Owners|"));
  }

  @Test
  public void nothingIsMappedTwice_norWhatChangesWithEveryMember() {
    PresetMapping preset =
        new PresetMapping(
            ALL,
            List.of(field("status", "Status"), field("lastLogin", "Last login")),
            List.of(field("type", "Type"), field("lastMembershipUpdated", "Members changed")),
            "");
    for (ObjectMapping mapping : MappingParser.parse(preset.text()).mapping().mappings()) {
      List<String> paths = mapping.attributes().stream().map(r -> r.path().toString()).toList();
      assertEquals(mapping.name(), paths.stream().distinct().toList(), paths);
      assertFalse(paths.contains("lastLogin") || paths.contains("lastMembershipUpdated"));
    }
  }

  @Test
  public void typesThatAreOff_areNeitherFilledNorReferredTo() {
    PresetTypes few = new PresetTypes("People", "", "", "Applications", "");
    String text = preset(few, "", DEPARTMENT).text();
    assertEquals(
        List.of("Applications", "People"),
        MappingParser.parse(text).mapping().mappings().stream().map(ObjectMapping::name).toList());
    assertTrue(text, text.contains("config:section=apps\n"));
    assertFalse(text, text.contains("groups"));
    assertFalse(text, text.contains("Manager|"));
  }

  @Test
  public void namesAreFree_andHoldNothingThatTheLanguageTakesForItsOwn() {
    String text =
        preset(
                ALL,
                "",
                field("profile.key", "Key"),
                field("profile.a", "Same"),
                field("profile.b", "same"),
                field("profile.c", "SAME"),
                field("profile.odd", "A=B|C:${x}"),
                field("profile.plain", ""))
            .text();
    ParsedMapping parsed = MappingParser.parse(text);
    assertEquals(text, List.of(), parsed.errors());
    ObjectMapping people = parsed.mapping().named("Users").orElseThrow();
    assertEquals("profile.key", people.rule("Okta Key").orElseThrow().path().toString());
    assertEquals("profile.b", people.rule("Okta same").orElseThrow().path().toString());
    assertEquals("profile.c", people.rule("SAME (c)").orElseThrow().path().toString());
    assertEquals("profile.plain", people.rule("plain").orElseThrow().path().toString());
  }

  @Test
  public void whatATextLacks_isAddedToIt_andTheRestStays() {
    String present =
        "# by hand\nkey:id=WorkerID\nmap:profile.department=Dept\n\nGroups:\nkey:id=Group ID\n"
            + "config:data_source=/api/v1/groups\n";
    PresetMapping preset =
        preset(new PresetTypes("Users", "Groups", "", "", ""), "", DEPARTMENT, COST);

    String joined = preset.joined(present);

    assertTrue(
        joined, joined.startsWith("# by hand\nkey:id=WorkerID\nmap:profile.department=Dept\n"));
    ParsedMapping parsed = MappingParser.parse(joined);
    assertEquals(joined, List.of(), parsed.errors());
    ObjectMapping people = parsed.mapping().named("").orElseThrow();
    assertEquals("WorkerID", people.key().attribute());
    assertTrue(people.rule("Cost Centre").isPresent());
    assertFalse(people.rule("Department").isPresent());
    assertEquals(joined, preset.joined(joined));
  }

  @Test
  public void whatIsCalledOtherwiseByNow_isTold_andRenamedWhenAsked() {
    String present = "key:id=Okta Id\nmap:profile.costCentre=Cost Center\n";
    PresetMapping preset = preset(new PresetTypes("Users", "", "", "", ""), "", COST);
    Renamed renamed = new Renamed("Users", "Cost Center", "Cost Centre");

    assertEquals(List.of(renamed), preset.renamed(present));
    String after = preset.with(present, renamed);
    assertEquals("key:id=Okta Id\nmap:profile.costCentre=Cost Centre\n", after);
    assertEquals(List.of(), preset.renamed(after));
  }

  private static PresetMapping preset(PresetTypes types, String manager, ProfileField... people) {
    return new PresetMapping(
        types, List.of(people), List.of(field("profile.description", "Description")), manager);
  }

  private static ProfileField field(String path, String title) {
    return new ProfileField(path, title, AttributeType.TEXT, false);
  }
}
