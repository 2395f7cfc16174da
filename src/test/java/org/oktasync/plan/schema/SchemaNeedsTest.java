package org.oktasync.plan.schema;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.assets.AttributeType;

/** Which types and attributes an administrator's mapping asks of a schema. */
public class SchemaNeedsTest {
  private final List<ProfileField> people = new ArrayList<>();
  private final List<ProfileField> groups = new ArrayList<>();
  private boolean withStatus;

  /** Type by type: its name, what its objects are called by, and its attributes. */
  private List<String> needs(String... lines) {
    return types(Set.of(), lines).stream().map(SchemaNeedsTest::line).toList();
  }

  private List<WantedType> types(Set<String> leftOut, String... lines) {
    return new SchemaNeeds(TypeNames.byHeading("Users"), people, groups, "users", withStatus)
        .of(MappingParser.parse(String.join("\n", lines)).mapping(), leftOut);
  }

  private static String line(WantedType type) {
    return type.name()
        + " by "
        + type.label()
        + ": "
        + String.join(", ", type.attributes().stream().map(SchemaNeedsTest::word).toList());
  }

  private static String word(WantedAttribute attribute) {
    return attribute.name()
        + " "
        + attribute.type()
        + (attribute.unique() ? " unique" : "")
        + (attribute.several() ? " several" : "")
        + (attribute.refersTo().isEmpty() ? "" : " to " + attribute.refersTo());
  }

  @Test
  public void peopleAreCalledByTheirKey_unlessTheyHaveAName() {
    assertEquals(
        List.of("Users by Login: Login TEXT unique, Full Name TEXT"),
        needs("key:id=Login", "map:profile.displayName=Full Name"));
    assertEquals(
        List.of("Users by name: Login TEXT unique, Full Name TEXT, name TEXT"),
        needs("key:id=Login", "map:profile.displayName=Full Name", "map:profile.login=name"));
  }

  @Test
  public void objectsOfOtherLists_areCalledByWhatOktaCallsThem() {
    for (String path : List.of("label", "profile.name", "profile.displayName", "name")) {
      assertEquals(
          List.of("Apps by App: Id TEXT unique, Sort TEXT, App TEXT"),
          needs(
              "Apps:",
              "key:id=Id",
              "map:signOnMode=Sort",
              "map:" + path + "=App",
              "config:data_source=/api/v1/apps"));
    }
    assertEquals(
        "a name goes before",
        List.of("Apps by Name: Id TEXT unique, App TEXT, Name TEXT"),
        needs(
            "Apps:",
            "key:id=Id",
            "map:label=App",
            "map:name=Name",
            "config:data_source=/api/v1/apps"));
    assertEquals(
        "a reference is no name",
        List.of("Apps by Id: Id TEXT unique, Name REFERENCE several to Name", "Name by T: T TEXT"),
        needs("Apps:", "key:id=Id", "map:label=Name|T=${x}", "config:data_source=/api/v1/apps"));
  }

  @Test
  public void whatObjectsAreCalledBy_isOneText_whateverOktaSays() {
    people.add(new ProfileField("profile.nick", "Nick", AttributeType.INTEGER, true));
    assertEquals(
        List.of("Users by Name: Id TEXT unique, Name TEXT, Also INTEGER several"),
        needs("key:id=Id", "map:profile.nick=Name", "map:profile.nick=Also"));
  }

  @Test
  public void aPathThroughAllOfAList_takesAnyNumber() {
    assertEquals(
        List.of("Users by Id: Id TEXT unique, All TEXT several, First TEXT"),
        needs("key:id=Id", "map:profile.x.*=All", "map:profile.x.0=First"));
  }

  @Test
  public void whoIsMeantByAMailAddress_isAPerson_whereTheAttributeSaysSo() {
    people.add(new ProfileField("profile.email", "Mail", AttributeType.EMAIL, false));
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, User USER, Mail EMAIL, JIRA user USER, Other EMAIL,"
                + " Shoe TEXT"),
        needs(
            "key:id=Id",
            "map:profile.email=User",
            "map:profile.email=Mail",
            "map:manager.email=JIRA user",
            "map:manager.email=Other",
            "map:profile.shoe=Shoe"));
    assertEquals(
        "no address names nobody",
        List.of("Users by Id: Id TEXT unique, User TEXT"),
        needs("key:id=Id", "map:profile.shoe=User"));
    for (String path : List.of("profile.login", "profile.secondEmail")) {
      assertEquals(
          List.of("Users by Id: Id TEXT unique, User USER"),
          needs("key:id=Id", "map:" + path + "=User"));
    }
  }

  @Test
  public void ofTwoFieldsOfOnePath_thatOfGroupsCounts_andTheFirstOfPeople() {
    groups.add(new ProfileField("profile.x", "X", AttributeType.INTEGER, false));
    people.add(new ProfileField("profile.x", "X", AttributeType.DATE, true));
    people.add(new ProfileField("profile.y", "Y", AttributeType.BOOLEAN, false));
    people.add(new ProfileField("profile.y", "Y", AttributeType.DATE, false));
    assertEquals(
        List.of("Users by Id: Id TEXT unique, X INTEGER, Y BOOLEAN"),
        needs("key:id=Id", "map:profile.x=X", "map:profile.y=Y"));
  }

  @Test
  public void onlyWhatIsFilledByTheMapping_getsAStatus_andOnlyOne() {
    withStatus = true;
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, Roles REFERENCE several to Roles, Status STATUS",
            "Roles by Name: Name TEXT"),
        needs("key:id=Id", "map:roles=Roles|Name=${roles}", "config:section=roles"));
    assertEquals(
        List.of("Users by Id: Id TEXT unique, status TEXT"),
        needs("key:id=Id", "map:status=status"));
    withStatus = false;
    assertEquals(List.of("Users by Id: Id TEXT unique"), needs("key:id=Id"));
  }

  @Test
  public void whatReferencesLookFor_isAddedOnce_toATypeOfItsOwnMapping() {
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, Groups REFERENCE several to groups",
            "groups by Gid: Gid TEXT unique, Label TEXT, Title TEXT"),
        needs(
            "key:id=Id",
            "map:groups=Groups|Label=${x}",
            "",
            "groups:",
            "key:id=Gid",
            "map:profile.title=Title",
            "map:profile.title=label",
            "config:data_source=/api/v1/groups"));
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, Groups REFERENCE several to groups",
            "groups by Gid: Gid TEXT unique"),
        needs(
            "key:id=Id",
            "map:groups=Groups|gid=${x}",
            "",
            "groups:",
            "key:id=Gid",
            "config:data_source=/api/v1/groups"));
  }

  @Test
  public void aConditionThatIsNoEquality_looksForAName() {
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, Roles REFERENCE several to Roles",
            "Roles by Name: Name TEXT"),
        needs("key:id=Id", "map:roles=Roles|Name LIKE ${roles}", "config:section=roles"));
  }

  @Test
  public void aManagerIsOnePerson_unlessTheMappingHasATypeForManagers() {
    assertEquals(
        List.of("Users by Id: Id TEXT unique, Boss REFERENCE to Users"),
        needs("key:id=Id", "map:profile.manager=Boss|Id=${x}"));
    assertEquals(
        List.of("Users by Id: Id TEXT unique, Bosses REFERENCE several to Users"),
        needs("key:id=Id", "map:profile.manager.*=Bosses|Id=${x}"));
    assertEquals(
        List.of(
            "Users by Id: Id TEXT unique, Boss REFERENCE to Boss", "Boss by Bid: Bid TEXT unique"),
        needs(
            "key:id=Id",
            "map:profile.managerId=Boss|Bid=${x}",
            "",
            "Boss:",
            "key:id=Bid",
            "config:data_source=/api/v1/groups"));
  }

  @Test
  public void whoHasADevice_isAPerson() {
    for (String path : List.of("_embedded.users.0.id", "links.0.user.id")) {
      assertEquals(
          List.of(
              "Users by Id: Id TEXT unique",
              "Devices by Did: Did TEXT unique, Owner REFERENCE several to Users"),
          needs(
              "key:id=Id",
              "",
              "Devices:",
              "key:id=Did",
              "map:" + path + "=Owner|Id=${x}",
              "config:data_source=/api/v1/devices"));
    }
    assertEquals(
        "without people, a type is made for whoever it is",
        List.of(
            "Devices by Did: Did TEXT unique, Owner REFERENCE several to Owner",
            "Owner by Id: Id TEXT"),
        needs(
            "Devices:",
            "key:id=Did",
            "map:_embedded.users.*.id=Owner|Id=${x}",
            "config:data_source=/api/v1/devices"));
  }

  @Test
  public void whatIsLeftOut_isNotBuilt_evenWhenOthersReferToIt() {
    List<WantedType> types =
        types(
            Set.of("roles", "apps"),
            "key:id=Id",
            "map:roles=Roles|Name=${roles}",
            "config:section=roles",
            "",
            "Apps:",
            "key:id=App",
            "map:x=Kinds|Name=${x}",
            "config:data_source=/api/v1/apps");
    assertEquals(
        List.of("Users by Id: Id TEXT unique, Roles REFERENCE several to Roles"),
        types.stream().map(SchemaNeedsTest::line).toList());
  }

  @Test
  public void aMappingWithoutAKey_isNotBuilt() {
    assertEquals(
        List.of("Users by Id: Id TEXT unique"),
        needs("key:id=Id", "", "Apps:", "map:label=App", "config:data_source=/api/v1/apps"));
  }
}
