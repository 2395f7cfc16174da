package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.config.SettingsJson;
import org.oktasync.model.Message;
import org.oktasync.source.SourceException;

/** What a connection reads, over REST. */
public class ScopeResourceTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private ScopeResource resource;
  private String id;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    resource = new ScopeResource(world.entry, world.connections, new SettingsJson());
    id = "" + world.connect();
  }

  @Test
  public void itTellsHowMuchThereIs_andWhatReadingItCosts() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1", "2");
    Answered answer = Answered.with(200, resource.count(id));
    assertEquals(
        "{\"people\":2,\"groups\":1,\"memberships\":2,\"atLeast\":false,"
            + "\"estimate\":{\"calls\":3,\"seconds\":3}}",
        answer.json().toString());
  }

  @Test
  public void whatTheSourceRefuses_isSaid() {
    world.source.goDown(
        new SourceException(SourceException.Kind.DENIED, Message.of("okta-forbidden", "x"), null));
    Answered answer = Answered.with(409, resource.count(id));
    assertEquals(List.of("null: okta-forbidden"), answer.errors());
  }

  @Test
  public void settingsThatAreNotSavedAreCountedBefore() {
    world.source.person("1", "ann").person("2", "bob").group("g", "team", "1");
    String scope = "{\"scope\":{\"people\":\"groups\",\"groups\":[\"%s\"]}}";
    Answered answer = Answered.with(200, resource.countUnsaved(id, scope.formatted("g")));
    assertEquals(1, answer.json().get("people").asInt());
    assertEquals(
        List.of("scope.groups: scope-group-unknown"),
        Answered.with(400, resource.countUnsaved(id, scope.formatted("h"))).errors());
    assertEquals(
        List.of("scope.groups: scope-groups-missing"),
        Answered.with(400, resource.countUnsaved(id, "{\"scope\":{\"people\":\"groups\"}}"))
            .errors());
    assertEquals(
        "everyone",
        world.settings.connection(Long.parseLong(id)).orElseThrow().settings().scope().people());
  }

  @Test
  public void statusesAndPeopleWhoAreNeverTouchedDoNotCount() {
    world
        .source
        .person("1", "ann")
        .person("2", "bob")
        .person("3", "cyd", "SUSPENDED", "cyd@x.org", "Cyd")
        .group("g", "team", "1", "2", "3");
    String scope = "{\"scope\":{\"people\":\"%s\",\"groups\":[\"g\"],%s}}";
    assertEquals(1, people(scope.formatted("groups", "\"statuses\":[\"SUSPENDED\"]")));
    assertEquals(2, people(scope.formatted("groups", "\"excluded\":[\"a*\"]")));
    assertEquals(2, people(scope.formatted("everyone", "\"excluded\":[\"BOB\"]")));
    assertEquals(0, people(scope.formatted("everyone", "\"excluded\":[\"*\"]")));
  }

  private int people(String settings) {
    return Answered.with(200, resource.countUnsaved(id, settings)).json().get("people").asInt();
  }

  @Test
  public void whatDoesNotExist_is404() {
    for (String unknown : List.of("99", "-1", "x")) {
      Answered.with(404, resource.count(unknown));
    }
    assertEquals(0, world.sourcesOpened);
  }
}
