package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.instanceOf;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.KnownType;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

public class MappingCheckTest {
  private final ObjectSchema schema =
      Schemas.of(
          Schemas.type(
              "Users",
              Schemas.attribute("ID", AttributeType.TEXT),
              Schemas.attribute("User", AttributeType.USER),
              Schemas.attribute("Started", AttributeType.DATE),
              Schemas.attribute("Age", AttributeType.INTEGER),
              Schemas.attribute("Odd", AttributeType.OTHER),
              Schemas.attribute("Note", AttributeType.TEXTAREA),
              Schemas.reference("Groups", "Groups"),
              Schemas.reference("Apps", "Groups"),
              Schemas.reference("Lost", "Elsewhere"),
              Schemas.reference("Department", "Departments")),
          Schemas.type("Groups", Schemas.required("Group ID")),
          Schemas.type("Apps"),
          Schemas.type("Departments"));

  private final Map<String, SourceField> known =
      Map.of(
          "created", new SourceField("created", "", SourceField.Kind.DATE_TIME, false),
          "profile.title", new SourceField("profile.title", "", SourceField.Kind.TEXT, false),
          "profile.tags", new SourceField("profile.tags", "", SourceField.Kind.TEXT, true));

  private CheckedMapping check(String... lines) {
    return new MappingCheck("Users")
        .check(
            String.join("\n", lines),
            schema,
            (mapping, path) -> Optional.ofNullable(known.get(path)));
  }

  private static List<String> told(List<MappingError> found) {
    return found.stream()
        .map(one -> one.line() + " " + one.what().code() + " " + one.what().arguments())
        .toList();
  }

  private List<String> errors(String... lines) {
    return told(check(lines).errors());
  }

  private List<String> warnings(String... lines) {
    return told(check(lines).warnings());
  }

  @Test
  public void aMappingThatFitsIsFine() {
    CheckedMapping checked =
        check(
            "key:id=ID",
            "map:profile.login=Name",
            "map:profile.email=User",
            "map:created=Started",
            "map:groups=Groups|Name=${groups}",
            "map:profile.department=Department",
            "config:section=groups");
    assertThat(checked.errors(), is(List.of()));
    assertThat(checked.warnings(), is(List.of()));
    assertThat(checked.conflicts(), is(List.of()));
    assertThat(checked.mapping().mappings().size(), is(1));
  }

  @Test
  public void whatSomebodyRenamedInAssetsIsUnderstood_toldAndWrittenAnew() {
    ObjectSchema renamed = renamed("Users", "Groups");
    String text =
        String.join(
            "\n",
            "key:id=ID",
            "map:profile.login=Full Name",
            "map:groups.*.id=Groups|\"Group ID\" = ${groups.*.id}",
            "map:profile.title = Note  ",
            "config:section=groups",
            "",
            " Groups : ",
            "key:id=Group ID",
            "map:profile.name=Name",
            "config:data_source=/api/v1/groups");
    CheckedMapping checked =
        new MappingCheck("Users").check(text, renamed, (mapping, path) -> Optional.empty());
    assertThat(told(checked.errors()), is(List.of()));
    assertThat(
        told(checked.warnings()),
        is(
            List.of(
                "2 schema-attribute-renamed [Full Name, Name, Users]",
                "3 schema-attribute-renamed [Group ID, Id, Teams]",
                "7 schema-type-renamed [Groups, Teams]",
                "8 schema-attribute-renamed [Group ID, Id, Teams]")));
    assertThat(checked.warnings().get(2).column(), is(2));
    assertThat(checked.warnings().get(0).column(), is(19));
    assertThat(
        checked.current(),
        is(
            text.replace("Full Name", "Name")
                .replace("Groups|\"Group ID\" = ${groups.*.id}", "Groups|\"Id\" = ${groups.*.id}")
                .replace(" Groups : ", " Teams : ")
                .replace("=Group ID", "=Id")));
    assertThat(checked.conflicts(), is(List.of()));
    CheckedMapping again =
        new MappingCheck("Users")
            .check(checked.current(), renamed, (mapping, path) -> Optional.empty());
    assertThat(told(again.warnings()), is(List.of()));
    assertThat(again.current(), is(""));
  }

  /** Groups and its key got other names, and so did the name of people. */
  private static ObjectSchema renamed(String users, String groups) {
    ObjectSchema now =
        Schemas.of(
            Schemas.type(
                users,
                Schemas.attribute("ID", AttributeType.TEXT),
                Schemas.attribute("Note", AttributeType.TEXTAREA),
                Schemas.reference("Groups", groups)),
            new ObjectType(
                groups,
                "Teams",
                Schemas.type("x", Schemas.attribute("Id", AttributeType.TEXT)).attributes()));
    return KnownType.dressed(
        now,
        List.of(
            new KnownType(users, List.of(users), Map.of("n", List.of("Full Name", "Name"))),
            new KnownType(
                groups, List.of(groups, "Teams"), Map.of("Id", List.of("Group ID", "Id")))));
  }

  @Test
  public void aNameThatAnotherTypeHasByNowIsAnError() {
    ObjectSchema now =
        KnownType.dressed(
            Schemas.of(Schemas.type("Users"), new ObjectType("9", "Old users", List.of())),
            List.of(new KnownType("9", List.of("Users", "Old users"), Map.of())));
    CheckedMapping checked =
        new MappingCheck("Users").check("key:id=Name", now, (mapping, path) -> Optional.empty());
    assertThat(told(checked.errors()), is(List.of("1 schema-type-disputed [Users, Old users]")));
  }

  @Test
  public void whatTheSchemaLacksIsTold() {
    assertThat(
        errors("key:id=IDs", "map:a=Colour", "map:b=name"),
        is(
            List.of(
                "1 schema-attribute-missing-suggested [IDs, Users, ID]",
                "2 schema-attribute-missing [Colour, Users]")));
    assertThat(
        errors("Group:", "key:id=ID"),
        is(List.of("2 schema-type-missing-suggested [Group, Okta, Groups]")));
    assertThat(errors("Cars:", "key:id=ID"), is(List.of("2 schema-type-missing [Cars, Okta]")));
  }

  @Test
  public void whatCannotBeWrittenIsTold() {
    assertThat(
        errors("key:id=ID", "map:a=Key", "map:b=Odd", "map:c=Name"),
        is(
            List.of(
                "2 schema-attribute-fixed [Key, Users, text]",
                "3 schema-attribute-fixed [Odd, Users, other]")));
    assertThat(
        errors("key:id=Note", "map:c=Name"),
        is(List.of("1 schema-key-type [Note, Users, textarea]")));
  }

  @Test
  public void referencesAreHeldAgainstWhatTheyReferTo() {
    assertThat(
        errors(
            "key:id=ID",
            "map:a=Name|Name=${a}",
            "map:b=Lost|Name=${b}",
            "map:c=Groups|Nam=${c}",
            "map:d=Lost"),
        is(
            List.of(
                "2 schema-not-a-reference [Name, Users, text]",
                "3 schema-reference-nowhere [Lost, Users, reference]",
                "4 schema-condition-attribute [Groups, Nam]",
                "5 mapping-attribute-twice [Lost, 3]")));
    assertThat(
        warnings("key:id=ID", "map:a=Name", "map:b=Apps|Name=${b}"),
        is(List.of("3 schema-reference-elsewhere [Apps, Groups, Apps]")));
  }

  @Test
  public void kindsAreCompared() {
    assertThat(
        errors("key:id=ID", "map:id=Name", "map:created=Age"),
        is(List.of("3 schema-type-mismatch [created, date time, Age, integer]")));
    assertThat(
        warnings("key:id=ID", "map:id=Name", "map:profile.title=Age"),
        is(List.of("3 schema-type-doubtful [profile.title, Age, integer]")));
  }

  @Test
  public void severalValuesForOneAreTold() {
    assertThat(
        warnings(
            "key:id=ID",
            "map:groups=Name",
            "map:profile.tags=Note",
            "map:profile.tags.0=User",
            "map:a.*.b=Started",
            "config:section=groups"),
        is(
            List.of(
                "2 schema-one-value [Name, Users]",
                "3 schema-one-value [Note, Users]",
                "5 schema-one-value [Started, Users]")));
  }

  @Test
  public void whatMustBeFilledIsTold() {
    assertThat(
        errors("Groups:", "key:id=Name", "config:data_source=/api/v1/groups"),
        is(List.of("2 schema-required-unmapped [Group ID, Groups]")));
    assertThat(
        warnings("Groups:", "key:id=Group ID", "config:data_source=/api/v1/groups"),
        is(List.of("2 schema-label-unmapped [Name, Groups]")));
  }

  @Test
  public void aTypeHasOneMapping() {
    assertThat(
        errors(
            "key:id=ID",
            "map:id=Name",
            "Users:",
            "key:id=ID",
            "map:id=Name",
            "config:data_source=/api/v1/groups"),
        is(List.of("4 mapping-type-twice [Users, 1]")));
  }

  @Test
  public void withoutASchemaTheTextAloneIsChecked() {
    CheckedMapping checked =
        new MappingCheck("Users").check(MappingTexts.ACCESS + MappingTexts.GROUPS + "oops");
    assertThat(told(checked.errors()), is(List.of("23 mapping-line-unreadable []")));
    assertThat(checked.conflicts().size(), is(1));
  }

  @Test
  public void aPlainLineServesAReferenceToo() {
    ObjectMapping mapping =
        MappingParser.parse("key:id=ID\nmap:profile.department=Department\nmap:a=Note\nmap:b=Lost")
            .mapping()
            .mappings()
            .get(0);
    ObjectMapping bound =
        new SchemaBinding(schema).bind(mapping, schema.type("Users").orElseThrow());
    AttributeRule rule = bound.rule("Department").orElseThrow();
    assertThat(rule, instanceOf(ReferenceRule.class));
    assertThat(((ReferenceRule) rule).condition().equalityAttribute(), is(Optional.of("Name")));
    assertThat(bound.rule("Note").orElseThrow(), instanceOf(PlainRule.class));
    assertThat(bound.rule("Lost").orElseThrow(), instanceOf(PlainRule.class));
  }

  @Test
  public void aLabelWithQuotesIsALabel() {
    ObjectAttribute label =
        new ObjectAttribute(
            "l", "The \"Name\"", AttributeType.TEXT, true, true, 0, 1, false, "", List.of());
    ObjectSchema odd =
        Schemas.of(
            Schemas.type("Users", Schemas.reference("Site", "Sites")),
            new org.oktasync.model.assets.ObjectType("Sites", "Sites", List.of(label)));
    ObjectMapping bound =
        new SchemaBinding(odd)
            .bind(
                MappingParser.parse("key:id=ID\nmap:city=Site").mapping().mappings().get(0),
                odd.type("Users").orElseThrow());
    ReferenceRule rule = (ReferenceRule) bound.rule("Site").orElseThrow();
    assertThat(rule.condition().equalityAttribute(), is(Optional.of("The \"Name\"")));
  }

  private List<String> warningsOf(SourceFields fields, String... lines) {
    return told(
        new MappingCheck("Users").check(String.join("\n", lines), schema, fields).warnings());
  }

  @Test
  public void aKeyOfWhichSeveralMayCome_isDoubtful() {
    assertThat(
        warnings("key:profile.tags=ID", "map:profile.title=Name"),
        is(List.of("1 schema-key-several [profile.tags]")));
    assertThat(warnings("key:profile.tags.0=ID", "map:profile.title=Name"), is(List.of()));
    assertThat(
        warnings("key:groups.*.id=ID", "map:groups.0=Name", "config:section=groups"),
        is(List.of("1 schema-key-several [groups.*.id]")));
  }

  @Test
  public void anAttributeThatNobodyHasInOkta_isDoubtful_ofPeopleAlone() {
    KnownFields fields = new KnownFields(List.copyOf(known.values()), List.of());
    assertThat(
        warningsOf(fields, "key:profile.titel=ID", "map:profile.Title=Name", "map:odd=Note"),
        is(
            List.of(
                "1 schema-source-unknown [profile.titel]",
                "2 schema-source-unknown [profile.Title]")));
    assertThat(
        warningsOf(
            fields,
            "key:profile.title=ID",
            "map:profile.tags.deep=Name",
            "Groups:",
            "key:profile.samAccountName=Group ID",
            "map:profile.nothing=Name",
            "config:data_source=/api/v1/groups"),
        is(List.of()));
    assertThat(
        "while nothing is known",
        warningsOf(new KnownFields(List.of(), List.of()), "key:profile.x=ID", "map:id=Name"),
        is(List.of()));
  }
}
