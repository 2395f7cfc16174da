package org.oktasync.devkit.it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.devkit.host.assets.AssetsOptions;
import org.oktasync.devkit.oktaorg.User;

/**
 * To what references lead by the built add-on: by numbers, by conditions of every kind, by values
 * that try to say more than they should, and by keys that people exchange.
 */
public class AssetsReferencesTest {
  private static final String MAPPING =
      """
      key:profile.login=Login
      map:profile.displayName=Name
      map:profile.costCenter=Cost Center|Number = ${profile.costCenter}
      map:profile.zipCode=Zone|Code IN (${profile.zipCode})
      map:profile.city=Place|Name LIKE ${profile.city}
      map:profile.state=Region|Name LIKE "Region ${profile.state}"
      map:profile.division=Front|Name startsWith ${profile.division}
      map:profile.organization=Back|"Name" endsWith "${profile.organization}"
      map:profile.title=Others|Name != ${profile.title}
      map:profile.managerId=Manager|Login = ${profile.managerId}
      """;

  private Lab lab;
  private AssetsConnection assets;
  private AssetsHand hand;
  private AssetsView view;

  @Before
  public void settle() throws Exception {
    lab = new Lab(AssetsOptions.ON, "--users", "12", "--groups", "2", "--clean", "--seed", "31");
    assets = new AssetsConnection(lab, lab.connect());
    assets.createSchema();
    assets.mapAsItIs(MAPPING);
    assets.build();
    hand = assets.hand();
    view = assets.view(lab.host.baseUrl());
    assets.save("\"enabled\":true");
    for (User user : lab.okta.directory().users()) {
      set(user, Map.of("managerId", ""));
    }
  }

  @After
  public void end() throws Exception {
    lab.close();
  }

  private User user(int index) {
    return lab.okta.directory().users().get(index);
  }

  private void set(User user, Map<String, Object> values) {
    lab.okta.directory().update(user.id(), values, true);
  }

  private AssetsView.Found found(User user) {
    return view.all("Users", "Login").get(lab.okta.directory().user(user.id()).text("login"));
  }

  private static long objects(JsonNode run, String what) {
    return run.path("counts").path("objects").path(what).asLong();
  }

  private JsonNode imported() {
    JsonNode run = assets.importObjects();
    String changes = "/runs/" + run.path("id").asLong() + "/changes?outcome=FAILED&limit=3";
    String told = run + "\n" + lab.rest.get(changes).expect(200);
    assertEquals(told, "SUCCEEDED", run.path("state").asText());
    assertEquals(told, 0, objects(run, "failed") + objects(run, "skipped"));
    return run;
  }

  private void assertQuiet() {
    JsonNode run = imported();
    for (String kind : List.of("created", "updated", "retired", "deleted")) {
      assertEquals(kind + " in " + run, 0, objects(run, kind));
    }
  }

  @Test
  public void whatIsFoundByANumberIsNotMadeTwice_howeverOktaAndAssetsWriteIt() {
    String centers = hand.typeId("Cost Center");
    String zones = hand.typeId("Zone");
    hand.attribute(centers, "Figure", AssetsHand.DECIMAL);
    hand.attribute(zones, "Figure", AssetsHand.INTEGER);
    assets.mapAsItIs(MAPPING.replace("Number =", "Figure =").replace("Code IN", "Figure IN"));
    hand.object(centers, Map.of("Number", "Seven", "Figure", "7.0"));
    hand.object(zones, Map.of("Code", "Nine", "Figure", "9"));
    set(user(0), Map.of("costCenter", "7", "zipCode", "9.0"));
    set(user(1), Map.of("costCenter", "7.00", "zipCode", "09"));
    set(user(2), Map.of("costCenter", "8.5", "zipCode", "11"));
    set(user(3), Map.of("costCenter", "8.50", "zipCode", "11.0"));
    set(user(4), Map.of("costCenter", "north", "zipCode", "7.5"));
    JsonNode run = imported();
    assertEquals(Set.of("Seven"), found(user(0)).values("Cost Center"));
    assertEquals(Set.of("Seven"), found(user(1)).values("Cost Center"));
    assertEquals(Set.of("Nine"), found(user(0)).values("Zone"));
    assertEquals(Set.of("Nine"), found(user(1)).values("Zone"));
    assertEquals(Set.of("8.5"), found(user(3)).values("Cost Center"));
    assertEquals(Set.of("11"), found(user(3)).values("Zone"));
    assertEquals(Set.of(), found(user(4)).values("Cost Center"));
    assertTrue(run.toString(), run.path("notices").toString().contains("assets-reference-none"));
    assertEquals(2, view.count("Cost Center"));
    assertEquals(2, view.count("Zone"));
    assertQuiet();
  }

  @Test
  public void aValueInAConditionIsAValueAndNothingElse() {
    Map<String, List<String>> names =
        Map.of(
            "Place", List.of("Berlin", "Zürich 東京 😀 Mitte", "a\\b", "say \"so\"", "100%_sure"),
            "Region", List.of("Region North", "Region \\", "South"),
            "Front", List.of("Front one", "\"Front\" two"),
            "Back", List.of("one back", "two \\back\\"),
            "Others", List.of("the one", "the other"));
    names.forEach(
        (type, all) -> {
          String id = hand.typeId(type);
          all.forEach(name -> hand.object(id, Map.of("Name", name)));
        });
    set(user(0), Map.of("city", "erli", "state", "N", "division", "fro", "organization", "BACK"));
    set(user(1), Map.of("city", "東京 😀", "state", "\\", "division", "\"Front", "title", "the one"));
    set(user(2), Map.of("city", "\\", "organization", "\\back\\"));
    set(user(3), Map.of("city", "\"so\"", "state", "\" OR Name LIKE \""));
    set(user(4), Map.of("city", "\" OR Name != \"", "division", "\" OR Name startsWith \""));
    set(user(5), Map.of("city", "\\\" OR Name != \"", "organization", "x\" OR Name endsWith \"k"));
    set(user(6), Map.of("city", "x\") OR (Name LIKE \"", "state", "\\\" OR Name LIKE \""));
    set(user(7), Map.of("city", "Ber\nlin", "state", "No\nrth", "title", "\" OR \"a\" = \"a"));
    set(user(8), Map.of("city", "%", "state", "_", "division", "${division}"));
    Map<Integer, Map<String, Set<String>>> wanted =
        Map.of(
            0,
            Map.of(
                "Place", Set.of("Berlin"),
                "Region", Set.of("Region North"),
                "Front", Set.of("Front one"),
                "Back", Set.of("one back")),
            1,
            Map.of(
                "Place", Set.of("Zürich 東京 😀 Mitte"),
                "Region", Set.of("Region \\"),
                "Front", Set.of("\"Front\" two"),
                "Others", Set.of("the other")),
            2,
            Map.of("Place", Set.of("a\\b"), "Back", Set.of("two \\back\\")),
            3,
            Map.of("Place", Set.of("say \"so\"")),
            8,
            Map.of("Place", Set.of("100%_sure")));
    imported();
    for (int i = 0; i <= 8; i++) {
      Map<String, Set<String>> of = new HashMap<>();
      for (String type : names.keySet()) {
        Set<String> values = found(user(i)).values(type);
        if (!values.isEmpty()) {
          of.put(type, values);
        }
      }
      assertEquals("person " + i, wanted.getOrDefault(i, Map.of()), of);
    }
    assertQuiet();
  }

  @Test
  public void whoExchangesKeysIsFollowedInOneRun_andWhoeverRefersToThem() {
    String one = user(0).text("login");
    String other = user(1).text("login");
    set(user(0), Map.of("displayName", "One"));
    set(user(1), Map.of("displayName", "Other"));
    set(user(2), Map.of("managerId", one));
    imported();
    assertEquals(Set.of("One"), found(user(2)).values("Manager"));
    set(user(0), Map.of("login", "elsewhere@larkfield.example"));
    set(user(1), Map.of("login", one));
    set(user(0), Map.of("login", other));
    JsonNode run = imported();
    assertEquals(run.toString(), 4, objects(run, "updated"));
    assertEquals(Set.of("Other"), found(user(2)).values("Manager"));
    assertEquals(Set.of("One"), found(user(0)).values("Name"));
    assertEquals(lab.okta.directory().users().size(), view.count("Users"));
    assertQuiet();
  }
}
