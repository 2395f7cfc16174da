package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.oktasync.mapping.assets.ReadMapping.only;
import static org.oktasync.mapping.assets.ReadMapping.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What a text that is right says. */
public class MappingParserTest {
  @Test
  public void peopleWithPlainAttributes_asPasted() {
    ObjectMapping mapping = only(MappingTexts.PEOPLE);
    assertThat(mapping.name(), is(""));
    assertThat(mapping.mapsPeople(), is(true));
    assertThat(mapping.key().path(), is(SourcePath.of("id")));
    assertThat(mapping.key().attribute(), is("WorkerID"));
    assertThat(
        rules(mapping),
        is(
            List.of(
                "profile.email -> User",
                "profile.firstName -> First Name",
                "profile.lastName -> Last Name",
                "profile.managerId -> Manager UserID",
                "profile.manager -> Manager Name",
                "profile.department -> Department")));
  }

  @Test
  public void peopleWithReferences_asPasted() {
    ObjectMapping mapping = only(MappingTexts.ACCESS);
    assertThat(mapping.key().attribute(), is("Username"));
    assertThat(mapping.sections(), is(Set.of("roles", "groups", "apps")));
    assertThat(
        rules(mapping),
        is(
            List.of(
                "profile.firstName -> Firstname",
                "profile.lastName -> Lastname",
                "roles -> Roles | Name=${roles}",
                "groups -> Groups | Name=${groups}",
                "apps -> Apps | Name=${apps}")));
    ReferenceRule roles = (ReferenceRule) mapping.rule("roles").orElseThrow();
    assertThat(roles.condition().equalityAttribute(), is(Optional.of("Name")));
  }

  @Test
  public void groups_asPasted() {
    ObjectMapping mapping = only(MappingTexts.GROUPS);
    assertThat(mapping.name(), is("Groups"));
    assertThat(mapping.dataSource(), is("/api/v1/groups"));
    assertThat(mapping.key().attribute(), is("Group ID"));
    assertThat(
        rules(mapping),
        is(List.of("profile.name -> Group Name", "profile.description -> Group Desc")));
  }

  @Test
  public void apps_asPasted() {
    ObjectMapping mapping = only(MappingTexts.APPS);
    assertThat(mapping.name(), is("Apps"));
    assertThat(mapping.dataSource(), is("/api/v1/apps"));
    assertThat(mapping.key().attribute(), is("App ID"));
    assertThat(rules(mapping), is(List.of("label -> App Name")));
  }

  @Test
  public void devices_asPasted() {
    ObjectMapping mapping = only(MappingTexts.DEVICES);
    assertThat(mapping.name(), is("Devices"));
    assertThat(mapping.dataSource(), is("/api/v1/devices?limit=200&expand=userSummary"));
    assertThat(mapping.key().attribute(), is("DeviceID"));
    assertThat(
        rules(mapping).subList(5, 8),
        is(
            List.of(
                "_embedded.users.0.user.profile.firstName -> First Name",
                "_embedded.users.0.user.profile.lastName -> Last Name",
                "_embedded.users.0.user.profile.email -> Email")));
  }

  @Test
  public void severalMappingsStandInOneText() {
    ParsedMapping parsed =
        MappingParser.parse(
            MappingTexts.ACCESS + MappingTexts.GROUPS + MappingTexts.APPS + MappingTexts.DEVICES);
    assertThat(parsed.errors(), is(List.of()));
    assertThat(
        parsed.mapping().mappings().stream().map(ObjectMapping::name).toList(),
        is(List.of("", "Groups", "Apps", "Devices")));
    assertThat(parsed.mapping().named("groups").orElseThrow().dataSource(), is("/api/v1/groups"));
  }

  @Test
  public void allTextsAtOnce_areOneMappingOfPeopleWithTheFirstKey() {
    ParsedMapping parsed =
        MappingParser.parse(
            MappingTexts.PEOPLE
                + MappingTexts.ACCESS
                + MappingTexts.GROUPS
                + MappingTexts.APPS
                + MappingTexts.DEVICES);
    assertThat(parsed.errors(), is(List.of()));
    ObjectMapping people = parsed.mapping().named("").orElseThrow();
    assertThat(people.key().attribute(), is("WorkerID"));
    assertThat(rules(people).contains("id -> Username"), is(true));
    assertThat(rules(people).size(), is(12));
  }

  @Test
  public void everySettingIsRead() {
    ObjectMapping mapping =
        only(
            """
            key:id=ID
            config:search=(profile.userType eq "Employee" or profile.userType eq "Worker")
            config:page_size=500
            config:data_limit=100
            """);
    assertThat(
        mapping.search(),
        is("(profile.userType eq \"Employee\" or profile.userType eq \"Worker\")"));
    assertThat(mapping.pageSize(), is(500));
    assertThat(mapping.dataLimit(), is(100));
  }

  @Test
  public void whatPastingBringsAlongIsForgiven() {
    ObjectMapping mapping =
        only(
            "\uFEFF# people\r\n\t KEY :\u00A0id\u00A0= Okta\u00A0ID\u202F\r"
                + "  \u2022 map\uFF1Aprofile.email \uFF1D E\u2011Mail \u200B\n"
                + "- map:groups = Groups \uFF5C \u201CGroup Name\u201D = ${ groups }\n"
                + "config : Data Limit = 5\n"
                + "config:section = Groups ; roles,\n"
                + "map:roles=Roles");
    assertThat(mapping.key().attribute(), is("Okta ID"));
    assertThat(
        rules(mapping),
        is(
            List.of(
                "profile.email -> E\u2011Mail",
                "groups -> Groups | \"Group Name\" = ${ groups }",
                "roles -> Roles")));
    assertThat(mapping.dataLimit(), is(5));
    assertThat(mapping.sections(), is(Set.of("groups", "roles")));
  }

  @Test
  public void aHeadingMayStandTwice_andStillIsOneMapping() {
    ObjectMapping mapping = only("Groups:\nkey:id=ID\nGROUPS :\nmap:profile.name=Name");
    assertThat(mapping.name(), is("Groups"));
    assertThat(rules(mapping), is(List.of("profile.name -> Name")));
  }

  @Test
  public void aNumberSignInTheMiddleIsNoComment() {
    assertThat(only("key:id=Employee #").key().attribute(), is("Employee #"));
  }

  @Test
  public void anEmptyTextSaysNothing() {
    ParsedMapping parsed = MappingParser.parse("\n  # only a comment\n");
    assertThat(parsed.sound(), is(true));
    assertThat(parsed.mapping().mappings(), is(List.of()));
  }
}
