package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

public class OktaLookupTest extends OrgFixture {
  private final ExternalId known = new ExternalId(PoorOrg.personId(1));
  private final ExternalId unknown = new ExternalId("00uNOBODY");
  private SourceLookup lookup;

  @Before
  public void fill() {
    org.people(0, 3);
    lookup = source().lookup(stop);
  }

  @Test
  public void findsAPersonWithItsAttributes() {
    SourceUser user = lookup.user(known).orElseThrow();
    assertEquals(known, user.id());
    assertEquals("ACTIVE", user.status());
    assertEquals("p1@example.com", user.attributes().text("profile.login"));
  }

  @Test
  public void nobodyIsThereWhenOktaSaysSo() {
    assertEquals(Optional.empty(), lookup.user(unknown));
    assertEquals(List.of(), lookup.groupsOf(unknown));
    assertEquals(Optional.empty(), lookup.group(unknown));
    assertEquals(Set.of(), lookup.members(unknown));
  }

  @Test
  public void nothingElseThanOktasWordMakesAPersonMissing() {
    for (Reply reply :
        List.of(
            Reply.html(404),
            new Reply(404, List.of(), "", Reply.How.WHOLE),
            Reply.html(200),
            Reply.status(401),
            Reply.status(403),
            Reply.json("{}"),
            Reply.json("[]"),
            Reply.json("{\"id\":\"00uSOMEBODY-ELSE\"}"))) {
      org.fail("/api/v1/users/", reply);
      assertThrows(reply.toString(), SourceException.class, () -> lookup.user(known));
      assertTrue("the server answers again", lookup.user(known).isPresent());
    }
  }

  @Test
  public void findsPeopleByIdLoginAndTheBeginningOfTheirNames() {
    assertEquals(List.of(known), ids(lookup.find(known.value(), 5)));
    assertEquals(List.of(known), ids(lookup.find("p1@example.com", 5)));
    assertEquals(2, lookup.find("p", 2).size());
    assertEquals(List.of(), lookup.find("nobody \\ \"", 5));
  }

  @Test
  public void findsPeopleByTheirWholeName() {
    org.user("00uANN", "ACTIVE", "\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"login\":\"x1\"");
    org.user("00uBEN", "ACTIVE", "\"firstName\":\"Ben\",\"lastName\":\"Lee\",\"login\":\"x2\"");
    org.bend =
        (request, reply) ->
            request.target().contains("?q=") || request.target().contains("profile.login")
                ? Reply.json("[]")
                : reply;
    assertEquals(List.of(new ExternalId("00uANN")), ids(lookup.find("ann le", 5)));
    assertEquals(List.of(), lookup.find("ann x", 5));
    assertTrue(
        org.server().requests().stream()
            .anyMatch(
                request ->
                    request
                        .target()
                        .endsWith(
                            "search=profile.firstName%20sw%20%22ann%22%20and%20"
                                + "profile.lastName%20sw%20%22le%22")));
  }

  @Test
  public void aPersonIsReadWithEveryAttributeButCredentials() {
    SourceUser user = lookup.wholeUser(known).orElseThrow();
    assertEquals("p1@example.com", user.attributes().text("profile.login"));
    assertEquals(known.value(), user.attributes().text("id"));
    assertTrue(
        user.attributes().values().keySet().stream().noneMatch(path -> path.startsWith("_")));
    assertEquals(Optional.empty(), lookup.wholeUser(unknown));
  }

  private static List<ExternalId> ids(List<SourceUser> people) {
    return people.stream().map(SourceUser::id).toList();
  }

  @Test
  public void findsAGroupByItsId() {
    org.group("00gTEAM", "OKTA_GROUP", "Team", 1, List.of(known.value()));
    SourceGroup group = lookup.group(new ExternalId("00gTEAM")).orElseThrow();
    assertEquals("Team", group.name());
    assertEquals("OKTA_GROUP", group.type());
    assertEquals(Optional.empty(), lookup.group(new ExternalId("00gOTHER")));
  }

  @Test
  public void nothingElseThanOktasWordMakesAGroupMissing() {
    ExternalId team = new ExternalId("00gTEAM");
    org.group("00gTEAM", "OKTA_GROUP", "Team", 1, List.of());
    for (Reply reply :
        List.of(
            Reply.html(404),
            Reply.html(200),
            Reply.status(401),
            Reply.status(403),
            Reply.json("{}"),
            Reply.json("[]"),
            Reply.json("{\"id\":\"00gANOTHER\"}"))) {
      org.fail("/api/v1/groups/", reply);
      assertThrows(reply.toString(), SourceException.class, () -> lookup.group(team));
      assertTrue("the server answers again", lookup.group(team).isPresent());
    }
  }

  @Test
  public void anIdIsNeverTakenForAPath() {
    assertEquals(Optional.empty(), lookup.user(new ExternalId("../groups?x=1 #é")));
    String target = org.server().requests().get(0).target();
    assertEquals("/api/v1/users/..%2Fgroups%3Fx%3D1%20%23%C3%A9", target);
  }

  @Test
  public void findsAllGroupsOverAllPages() {
    Set<ExternalId> expected =
        IntStream.range(0, 450)
            .mapToObj(i -> new ExternalId("00g" + i))
            .collect(Collectors.toSet());
    expected.forEach(
        id -> org.group(id.value(), "OKTA_GROUP", id.value(), 1, List.of(known.value())));
    assertEquals(
        expected, lookup.groupsOf(known).stream().map(SourceGroup::id).collect(Collectors.toSet()));
    assertEquals(List.of(), lookup.groupsOf(new ExternalId(PoorOrg.personId(0))));
  }

  @Test
  public void halfAListOfGroupsIsNone() {
    for (int i = 0; i < 300; i++) {
      org.group("00g" + i, "OKTA_GROUP", "g", 1, List.of(known.value()));
    }
    org.bend = (request, reply) -> request.target().contains("after") ? Reply.status(404) : reply;
    assertThrows(SourceException.class, () -> lookup.groupsOf(known));
  }
}
