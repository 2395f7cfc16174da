package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Choice;
import org.oktasync.source.SourceAttribute.Format;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.UserType;

public class OktaSchemasTest extends OrgFixture {
  private static final String SCHEMA =
      """
      {"id":"https://x/meta/schemas/user/%1$s","name":"user","definitions":{
        "base":{"id":"#base","required":["login","email"],"properties":{
          "login":{"title":"Username","type":"string","required":true,"unique":"UNIQUE_VALIDATED"},
          "email":{"title":"Primary email","type":"string","format":"email","mutability":"READ_ONLY"},
          "department":{"type":"string"}}},
        "custom":{"id":"#custom","required":[],"properties":{
          "of%1$s":{"title":"Own","type":"boolean"},
          "started":{"title":"Started","type":"string","format":"date-time","mutability":"IMMUTABLE"},
          "size":{"title":"Size","description":"Of shirts","type":"string","enum":["S","M"],
            "oneOf":[{"const":"S","title":"Small"},{"const":"M","title":"Medium"}]},
          "floors":{"title":"Floors","type":"array","items":{"type":"integer","enum":[1,2]},"unique":true},
          "vague":{"title":"Vague","type":"array"},
          "pin":{"title":"Pin","type":"string","format":"encrypted"},
          "share":{"title":"Share","type":"number"},
          "novel":{"title":"Novel","type":"geo","format":"of tomorrow"}}}},
       "properties":{"profile":{"allOf":[]}}}
      """;

  private SourceSchemas schemas;

  @Before
  public void fill() {
    String type =
        "{\"id\":\"oty%1$s\",\"name\":\"%1$s\",\"displayName\":\"%2$s\",\"default\":%3$b,"
            + "\"_links\":{\"schema\":{\"href\":\"%4$s/api/v1/meta/schemas/user/osc%1$s\"}}}";
    org.lists.put(
        "/api/v1/meta/types/user",
        List.of(
            type.formatted("zeta", "Zeta", false, org.url()),
            type.formatted("alpha", "", false, "https://127.0.0.1"),
            type.formatted("user", "User", true, org.url())));
    for (String name : List.of("zeta", "alpha", "user")) {
      org.objects.put("/api/v1/meta/schemas/user/osc" + name, SCHEMA.formatted(name));
    }
    org.objects.put("/api/v1/meta/schemas/group/default", SCHEMA.formatted("group"));
    org.objects.put("/api/v1/meta/schemas/apps/0oa1/default", SCHEMA.formatted("app"));
    schemas = source().schemas();
  }

  private static SourceAttribute find(List<SourceAttribute> all, String path) {
    return all.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  private static boolean has(List<SourceAttribute> all, String path) {
    return all.stream().anyMatch(one -> one.path().equals(path));
  }

  @Test
  public void everyTypeOfUsers_comesWithItsOwnAttributes() {
    List<UserType> types = schemas.userTypes(stop);
    assertEquals(List.of("user", "alpha", "zeta"), types.stream().map(UserType::name).toList());
    assertTrue(types.get(0).standard());
    assertFalse(types.get(1).standard());
    assertEquals("without a title, the name", "alpha", types.get(1).title());
    assertEquals("otyzeta", types.get(2).id());
    for (UserType type : types) {
      assertTrue(has(type.attributes(), "profile.of" + type.name()));
      assertTrue(has(type.attributes(), "profile.email"));
      assertTrue(has(type.attributes(), "status"));
    }
    assertFalse(has(types.get(0).attributes(), "profile.ofzeta"));
    assertEquals("one call for the types, one for each", 4, org.server().requests().size());
  }

  @Test
  public void attributes_areAsOktaDescribesThem() {
    List<SourceAttribute> all = schemas.userTypes(stop).get(0).attributes();
    SourceAttribute login = find(all, "profile.login");
    assertEquals("Username", login.title());
    assertTrue(login.required() && login.unique() && !login.custom() && !login.several());
    assertEquals(Mutability.READ_WRITE, login.mutability());
    SourceAttribute email = find(all, "profile.email");
    assertEquals(Format.EMAIL, email.format());
    assertEquals(Mutability.READ_ONLY, email.mutability());
    assertTrue("by the list of required ones", email.required());
    assertEquals("department", find(all, "profile.department").title());
    assertFalse(find(all, "profile.department").required());
    SourceAttribute size = find(all, "profile.size");
    assertEquals(List.of(new Choice("S", "Small"), new Choice("M", "Medium")), size.choices());
    assertEquals("Of shirts", size.description());
    assertTrue(size.custom());
    SourceAttribute floors = find(all, "profile.floors");
    assertEquals(Type.INTEGER, floors.type());
    assertTrue(floors.several() && floors.unique());
    assertEquals(List.of(new Choice("1", "1"), new Choice("2", "2")), floors.choices());
    assertEquals(Format.DATE_TIME, find(all, "profile.started").format());
    assertEquals(Mutability.IMMUTABLE, find(all, "profile.started").mutability());
    assertEquals(Type.FLAG, find(all, "profile.ofuser").type());
    assertEquals(Type.NUMBER, find(all, "profile.share").type());
    assertEquals(Type.OTHER, find(all, "profile.vague").type());
    assertEquals(Type.OTHER, find(all, "profile.novel").type());
    assertEquals(Format.PLAIN, find(all, "profile.novel").format());
    assertFalse("nobody can read it", has(all, "profile.pin"));
    assertEquals("id", all.get(0).path());
    assertEquals("login", login.name());
  }

  @Test
  public void groupsAndUsersOfApplications_haveAttributesToo() {
    List<SourceAttribute> group = schemas.groupAttributes(stop);
    assertTrue(has(group, "profile.ofgroup") && has(group, "lastMembershipUpdated"));
    List<SourceAttribute> app = schemas.appUserAttributes("0oa1", stop);
    assertTrue(has(app, "profile.ofapp") && has(app, "credentials.userName"));
    SourceException e =
        assertThrows(SourceException.class, () -> schemas.appUserAttributes("0oa2", stop));
    assertEquals(Kind.NOT_FOUND, e.kind());
  }

  @Test
  public void anOrderThatDoesNotDependOnTheServer() {
    assertEquals(schemas.groupAttributes(stop), schemas.groupAttributes(stop));
    List<String> custom =
        schemas.groupAttributes(stop).stream()
            .filter(SourceAttribute::custom)
            .map(SourceAttribute::title)
            .toList();
    assertEquals(List.of("Floors", "Novel", "Own", "Share", "Size", "Started", "Vague"), custom);
  }

  @Test
  public void whatIsNoSchema_isAFailure() {
    org.objects.put("/api/v1/meta/schemas/group/default", "[]");
    assertEquals(
        OktaErrorTranslator.UNEXPECTED_JSON,
        assertThrows(SourceException.class, () -> schemas.groupAttributes(stop)).problem().code());
    org.fail("/api/v1/meta/types/user", Reply.status(403));
    assertEquals(
        Kind.DENIED, assertThrows(SourceException.class, () -> schemas.userTypes(stop)).kind());
  }

  @Test
  public void aSchemaElsewhere_isNotAskedFor() {
    org.lists.put(
        "/api/v1/meta/types/user",
        List.of(
            "{\"id\":\"o\",\"name\":\"n\",\"_links\":{\"schema\":{\"href\":\"https://evil.example/x\"}}}"));
    assertEquals(
        OktaErrorTranslator.FOREIGN_LINK,
        assertThrows(SourceException.class, () -> schemas.userTypes(stop)).problem().code());
  }
}
