package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;
import org.oktasync.record.Finding;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;

/** What a connection owns, and what it leaves alone, over REST. */
public class OwnershipResourcesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private RestWorld world;
  private LinkResource resource;
  private long connection;
  private String group;
  private String account;

  @Before
  public void setUp() {
    world = new RestWorld(folder.getRoot().toPath());
    connection = world.connect();
    resource = new LinkResource(world.entry, world.ports, world.clock);
    ExternalId team = new ExternalId("00g1");
    ExternalId ann = new ExternalId("00u1");
    world.links.store(
        List.of(
            Link.ofGroup(connection, team, 7, new GroupName("team"), Link.Origin.ADOPTED),
            Link.ofAccount(
                connection, ann, 7, new AccountName("ann"), "JIRAUSER1", Link.Origin.CREATED)));
    group = "" + world.links.find(connection, EntityKind.GROUP, team).orElseThrow().id();
    account = "" + world.links.find(connection, EntityKind.USER, ann).orElseThrow().id();
  }

  @Test
  public void links_areListedAndSearched() {
    Answered all = links(null);
    assertEquals(Set.of("ann", "team"), Set.copyOf(all.values("name")));
    assertEquals(
        "[{\"id\":"
            + account
            + ",\"connectionId\":"
            + connection
            + ",\"kind\":\"user\","
            + "\"sourceId\":\"00u1\",\"directoryId\":7,\"name\":\"ann\","
            + "\"userKey\":\"JIRAUSER1\",\"origin\":\"created\",\"keepUnownedMembers\":false,"
            + "\"namedByAdministrator\":false}]",
        links(" AN ").json().get("values").toString());
    Answered.with(404, ownedBy().list("99", null, null, null));
  }

  @Test
  public void aLink_isGivenUp() {
    Answered.with(204, resource.release(account));
    assertEquals(List.of("team"), links(null).values("name"));
    Answered.with(404, resource.release(account));
  }

  @Test
  public void aGroup_keepsTheMembersWeDidNotAdd_orNot() {
    Answered off = Answered.with(200, resource.keepUnownedMembers(group, "{\"keep\":false}"));
    assertEquals("false", off.at("/keepUnownedMembers"));
    assertFalse(world.links.find(Long.parseLong(group)).orElseThrow().keepUnownedMembers());
    Answered.with(200, resource.keepUnownedMembers(group, "{\"keep\":true}"));
    assertTrue(world.links.find(Long.parseLong(group)).orElseThrow().keepUnownedMembers());
    assertEquals(
        List.of("keep: wrong-type"),
        Answered.with(400, resource.keepUnownedMembers(group, "{}")).errors());
    assertEquals(
        List.of("null: link-not-of-group"),
        Answered.with(400, resource.keepUnownedMembers(account, "{\"keep\":true}")).errors());
  }

  @Test
  public void nothingIsDecided_whileARunWorksWithTheLinks() {
    SyncRun run = world.journal.find(world.run(connection, "{\"dryRun\":true}")).orElseThrow();
    world.journal.update(run.with().state(RunState.RUNNING).build());
    Answered refused = Answered.with(409, resource.release(group));
    assertEquals("" + run.id(), refused.at("/id"));
    Answered.with(409, resource.keepUnownedMembers(group, "{\"keep\":false}"));
    assertTrue(world.links.find(Long.parseLong(group)).orElseThrow().keepUnownedMembers());
  }

  @Test
  public void findings_areListedAndSearched() {
    world.findings.settle(
        connection,
        Set.of(
            new Finding(EntityKind.USER, "00u9", "zoe", "name-taken", ""),
            new Finding(EntityKind.GROUP, "00g9", "sales", "group-renamed", "Vertrieb")));
    FindingResource resource = new FindingResource(world.entry, world.connections, world.ports);
    Answered found = Answered.with(200, resource.list("" + connection, "sal", null, null));
    assertEquals(
        "[{\"kind\":\"group\",\"sourceId\":\"00g9\",\"subject\":\"sales\","
            + "\"reason\":\"group-renamed\",\"detail\":\"Vertrieb\","
            + "\"message\":\"group-renamed\"}]",
        found.json().get("values").toString());
    Answered all = Answered.with(200, resource.list("" + connection, null, null, "1"));
    assertEquals("2", all.at("/total"));
    Answered.with(404, resource.list("99", null, null, null));
  }

  private Answered links(String text) {
    return Answered.with(200, ownedBy().list("" + connection, text, null, null));
  }

  private ConnectionLinksResource ownedBy() {
    return new ConnectionLinksResource(world.entry, world.connections, world.ports);
  }
}
