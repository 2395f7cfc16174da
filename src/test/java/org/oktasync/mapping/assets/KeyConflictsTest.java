package org.oktasync.mapping.assets;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.ObjectSchema;

public class KeyConflictsTest {
  private static final TypeNames NAMES = TypeNames.byHeading("Users");

  private static List<KeyConflict> conflicts(String text) {
    return KeyConflicts.find(text, NAMES);
  }

  /** Each conflict as {@code line code}. */
  private static List<String> codes(String text) {
    return conflicts(text).stream()
        .map(conflict -> conflict.place().line() + " " + conflict.what().code())
        .toList();
  }

  private static KeyConflict only(String text) {
    List<KeyConflict> found = conflicts(text);
    assertThat(found.toString(), found.size(), is(1));
    return found.get(0);
  }

  /** The text once every fix is applied, one after the other. */
  private static String fixed(String text) {
    String changed = text;
    for (int round = 0; round < 10; round++) {
      List<KeyConflict> left = conflicts(changed).stream().filter(KeyConflict::fixable).toList();
      if (left.isEmpty()) {
        return changed;
      }
      changed = left.get(0).fix();
    }
    throw new AssertionError("fixing has no end");
  }

  @Test
  public void groupsKeyedByIdAndReferredToByName_areTwoObjects() {
    KeyConflict conflict = only(MappingTexts.ACCESS + MappingTexts.GROUPS);
    assertThat(conflict.what().code(), is("conflict-reference-key"));
    assertThat(conflict.what().arguments(), is(List.of("Groups", "Name", "Group ID", "16")));
    assertThat(conflict.place(), is(new Place(9, 1, 32)));
  }

  @Test
  public void theFixMapsBoth() {
    String fixed = only(MappingTexts.ACCESS + MappingTexts.GROUPS).fix();
    assertThat(
        fixed,
        is(
            MappingTexts.ACCESS
                + MappingTexts.GROUPS.replace(
                    "map:profile.description=Group Desc\n",
                    "map:profile.description=Group Desc\nmap:profile.name=Name\n")));
    assertThat(conflicts(fixed), is(List.of()));
  }

  @Test
  public void applicationsAreCalledByTheirLabel() {
    String fixed = only(MappingTexts.ACCESS + MappingTexts.APPS).fix();
    assertThat(fixed.contains("map:label=App Name\nmap:label=Name\n"), is(true));
  }

  @Test
  public void allPastedTextsAtOnceComeOutWithoutConflict() {
    String all =
        MappingTexts.PEOPLE
            + MappingTexts.ACCESS
            + MappingTexts.GROUPS
            + MappingTexts.APPS
            + MappingTexts.DEVICES;
    assertThat(
        Set.copyOf(codes(all)),
        is(
            Set.of(
                "14 conflict-key-twice",
                "22 conflict-reference-key",
                "24 conflict-reference-key")));
    String fixed = fixed(all);
    assertThat(conflicts(fixed), is(List.of()));
    assertThat(MappingParser.parse(fixed).errors(), is(List.of()));
    assertThat(fixed.contains("\nmap:id=Username\n"), is(true));
  }

  @Test
  public void referencesThatFindTheListAreNoConflict() {
    assertThat(
        codes(MappingTexts.ACCESS + MappingTexts.GROUPS.replace("Group Name", "NAME")),
        is(List.of()));
    assertThat(
        codes(
            MappingTexts.ACCESS + MappingTexts.GROUPS.replace("id=Group ID", "profile.name=name")),
        is(List.of()));
    assertThat(
        codes(
            (MappingTexts.ACCESS + MappingTexts.GROUPS)
                .replace(
                    "map:groups=Groups|Name=${groups}",
                    "map:groups.*.id=Groups|\"Group ID\"=${groups.id}")),
        is(List.of()));
  }

  @Test
  public void referencesToWhatNoListFillsAreNoConflict() {
    assertThat(codes(MappingTexts.ACCESS), is(List.of()));
  }

  @Test
  public void aConditionThatIsNoPlainEqualityIsAskedOfAssets() {
    assertThat(
        codes(
            (MappingTexts.ACCESS + MappingTexts.GROUPS)
                .replace("Name=${groups}", "Name LIKE ${groups}")),
        is(List.of()));
  }

  @Test
  public void anAttributeFilledFromSomethingElseIsAConflict() {
    String text =
        MappingTexts.ACCESS
            + "Apps:\nkey:id=App ID\nmap:name=Name\nconfig:data_source=/api/v1/apps\n";
    KeyConflict conflict = only(text);
    assertThat(conflict.what().code(), is("conflict-reference-value"));
    assertThat(conflict.what().arguments(), is(List.of("Apps", "Name", "label", "name")));
    assertThat(conflict.fix(), is(text.replace("map:name=Name", "map:label=Name")));
    KeyConflict ofKey = only(MappingTexts.ACCESS + MappingTexts.GROUPS.replace("Group ID", "Name"));
    assertThat(ofKey.what().code(), is("conflict-reference-value"));
    assertThat(ofKey.fixable(), is(false));
  }

  @Test
  public void anElementsOwnPathIsMapped() {
    String text =
        (MappingTexts.ACCESS + MappingTexts.GROUPS)
            .replace(
                "map:groups=Groups|Name=${groups}",
                "map:groups.*.profile.code=Groups|Code=${value}");
    assertThat(only(text).fix().contains("\nmap:profile.code=Code\n"), is(true));
  }

  @Test
  public void aPlainValueThatRefersToAList_takesTheListsName() {
    String people = "key:id=ID\nmap:profile.department=Departments|Name=${value}\n";
    String list = "Departments:\nkey:id=No\nmap:label=Title\nconfig:data_source=/api/v1/lists\n";
    assertThat(
        only(people + list).fix(), is(people + list.replace("Title\n", "Title\nmap:label=Name\n")));
    assertThat(only(people + list.replace("label", "title")).fixable(), is(false));
  }

  @Test
  public void aReferenceToTheOwnTypeCounts() {
    String text = "Users:\nkey:id=ID\nmap:profile.managerId=Users|Login=${profile.managerId}";
    assertThat(only(text).what().code(), is("conflict-reference-key"));
    assertThat(only(text).fixable(), is(false));
    assertThat(codes(text + "\nmap:profile.login=Login"), is(List.of()));
  }

  @Test
  public void aSecondKeyBecomesAnAttribute() {
    String text = "\u2022 key:id=ID\r\n\r\n Key : profile.login = Login\r\n";
    KeyConflict conflict = only(text);
    assertThat(conflict.what().arguments(), is(List.of("ID", "Login", "1")));
    assertThat(conflict.fix(), is("\u2022 key:id=ID\r\n\r\n map : profile.login = Login\r\n"));
    assertThat(codes("key:id=ID\nkey:id=id"), is(List.of()));
    assertThat(codes("key:id=ID\nGroups:\nkey:id=No\nconfig:data_source=/api/x"), is(List.of()));
  }

  @Test
  public void twoMappingsOfOneTypeAndListAreJoined() {
    String text =
        "key:id=WorkerID\nmap:profile.email=User\n\n# second\nusers:\n"
            + "key:id=Username\nmap:profile.title=Title\nconfig:page_size=5\n"
            + "Groups:\nkey:id=ID\nconfig:data_source=/api/v1/groups";
    KeyConflict conflict = only(text);
    assertThat(conflict.what().code(), is("conflict-type-twice"));
    assertThat(conflict.what().arguments(), is(List.of("Users", "WorkerID", "1", "Username")));
    assertThat(
        conflict.fix(),
        is(
            "key:id=WorkerID\nmap:profile.email=User\n"
                + "map:id=Username\nmap:profile.title=Title\nconfig:page_size=5\n\n# second\n"
                + "Groups:\nkey:id=ID\nconfig:data_source=/api/v1/groups"));
    assertThat(conflicts(conflict.fix()), is(List.of()));
    assertThat(MappingParser.parse(conflict.fix()).errors(), is(List.of()));
  }

  @Test
  public void joiningWorksWhereLinesAreMixed() {
    String text = "A:\nkey:id=ID\nusers:\nkey:id=No\nA:\nmap:x=X\nUsers:\nmap:y=Y";
    String fix =
        KeyConflicts.find(text, TypeNames.byHeading("A")).stream()
            .findFirst()
            .map(KeyConflict::fix)
            .orElse("");
    assertThat(fix, is(""));
    KeyConflict conflict =
        KeyConflicts.find(
                text,
                new TypeNames() {
                  @Override
                  public String typeOf(ObjectMapping mapping) {
                    return "Same";
                  }

                  @Override
                  public java.util.Optional<String> referredType(
                      ObjectMapping from, ReferenceRule rule) {
                    return java.util.Optional.empty();
                  }
                })
            .get(0);
    assertThat(conflict.fix(), is("A:\nkey:id=ID\nA:\nmap:x=X\nmap:id=No\nmap:y=Y"));
  }

  @Test
  public void bySchema_aReferenceLeadsWhereItsAttributeSays() {
    ObjectSchema schema =
        Schemas.of(
            Schemas.type("Users", Schemas.reference("Member of", "Okta Groups")),
            Schemas.type("Okta Groups", Schemas.attribute("ID", AttributeType.TEXT)));
    String text =
        "key:id=ID\nmap:groups=Member of|Name=${groups}\nconfig:section=groups\n"
            + "Okta Groups:\nkey:id=ID\nmap:profile.name=Title\nconfig:data_source=/api/v1/groups\n";
    assertThat(conflicts(text), is(List.of()));
    assertThat(KeyConflicts.find(text, TypeNames.of(schema, "Users")).size(), is(1));
  }

  @Test
  public void aTextWithErrorsIsStillCompared() {
    assertThat(
        codes("what\n" + MappingTexts.ACCESS + MappingTexts.GROUPS),
        is(List.of("10 conflict-reference-key")));
  }

  @Test
  public void aTextFullOfConflictsIsToldInPart() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8_000; i++) {
      text.append("key:id=Key").append(i).append('\n');
    }
    for (int i = 0; i < 8_000; i++) {
      text.append("T").append(i).append(":\nkey:id=ID\nmap:a=T1|Name=${a}\n");
    }
    assertThat(conflicts(text.toString()).size(), is(KeyConflicts.MOST));
  }
}
