package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.oktasync.source.ThingKind.APPS;
import static org.oktasync.source.ThingKind.DEVICES;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.InMemoryThings;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;

/** Objects of lists that a run could not write: the next one that looks at changes tries again. */
public class ObjectsTriedAgainTest {
  private static final String NOT_BAD = "(?!Bad).*";
  private static final String ANYTHING = ".*";

  private final ThingWorld things = new ThingWorld();
  private final SyncWorld world = things.world;
  private final InMemoryThings okta = world.source.things();

  @Before
  public void settle() {
    world.source.person("1", "ann").person("2", "bob").person("3", "cid");
    okta.put(APPS, "a2", "Wiki", "3").put(DEVICES, "d2", "Phone");
    world.source.lists().list("/api/v1/rooms", room("r1", "Attic"));
    assertEquals(RunState.SUCCEEDED, world.sync().state());
  }

  private static SourceValue.Fields room(String id, String name) {
    return new SourceValue.Fields(
        Map.of("id", new SourceValue.Text(id), "name", new SourceValue.Text(name)));
  }

  private SyncRun incremental() {
    world.source.lists().asked().clear();
    SyncRun run = world.incremental();
    assertEquals(run.notices().toString(), SyncRun.INCREMENTAL, run.mode());
    return run;
  }

  private List<String> asked() {
    return world.source.lists().asked();
  }

  private static List<String> codes(SyncRun run) {
    return run.notices().stream().map(Message::code).toList();
  }

  private void assertAsAfterAFullRun() {
    String before = things.hand.text();
    SyncRun full = world.sync();
    assertEquals(before, things.hand.text());
    assertEquals(full.planned().toString(), 0, full.counts().written());
  }

  private void refuse(String type, String pattern) {
    String id = things.assets.schema(things.schema).type(type).orElseThrow().id();
    things.assets.demand(id, "Name", pattern);
  }

  @Test
  public void anApplicationThatAssetsRefusedIsAskedForAgain_untilItIsTaken() {
    refuse("Apps", NOT_BAD);
    okta.put(APPS, "a3", "Bad one", "3");
    SyncRun full = world.sync();
    assertEquals(RunState.PARTIAL, full.state());
    assertEquals("apps=Wiki devices= roles=", things.of("3"));
    incremental(); // the log begins a little before the full run
    SyncRun still = incremental();
    assertEquals(RunState.PARTIAL, still.state());
    String address = "/api/v1/apps?filter=id%20eq%20%22a3%22";
    assertTrue(asked().toString(), asked().contains(address));
    assertEquals(2, still.counts().get(EntityKind.OBJECT, Tally.FAILED));
    refuse("Apps", ANYTHING);
    SyncRun made = incremental();
    assertEquals(RunState.SUCCEEDED, made.state());
    assertEquals("apps=Bad one;Wiki devices= roles=", things.of("3"));
    incremental();
    assertEquals("once it is made", List.of("/api/v1/rooms"), asked());
    assertAsAfterAFullRun();
  }

  @Test
  public void whatAnIncrementalRunCouldNotWriteIsTriedByTheNext() {
    refuse("Devices", NOT_BAD);
    okta.put(DEVICES, "d2", "Bad phone", "2");
    assertEquals(RunState.PARTIAL, incremental().state());
    assertEquals("the object is there under its former name", "Phone", deviceOf("2"));
    refuse("Devices", ANYTHING);
    assertEquals(RunState.SUCCEEDED, incremental().state());
    assertEquals("Bad phone", deviceOf("2"));
    assertAsAfterAFullRun();
  }

  private String deviceOf(String person) {
    return things.of(person).replaceAll(".*devices=(.*) roles=.*", "$1");
  }

  @Test
  public void anObjectOfALongListThatNobodyTellsOf_isReadForAgainWithItsList() {
    refuse("Rooms", NOT_BAD);
    rooms(300, "Bad room");
    assertEquals(RunState.PARTIAL, world.sync().state());
    refuse("Rooms", ANYTHING);
    SyncRun run = incremental();
    assertEquals(List.of("/api/v1/rooms"), asked());
    assertEquals(List.of(), codes(run));
    assertTrue(things.hand.text().contains("Bad room"));
    SyncRun next = incremental();
    assertEquals("now it waits again", List.of("assets-lists-wait"), codes(next));
    assertEquals(List.of(), asked());
  }

  @Test
  public void anObjectOfAListThatIsTooLongToBeRead_waits_andTheRunSaysSo() {
    refuse("Rooms", NOT_BAD);
    rooms(1_100, "Bad room");
    assertEquals(RunState.PARTIAL, world.sync().state());
    SyncRun run = incremental();
    assertEquals(List.of("assets-lists-wait"), codes(run));
    assertEquals("nothing of it is read", List.of(), asked());
    assertEquals(List.of("r0"), pending("Rooms"));
    incremental();
    assertEquals("it waits on", List.of("r0"), pending("Rooms"));
    refuse("Rooms", ANYTHING);
    world.sync();
    assertEquals(List.of(), pending("Rooms"));
    assertTrue(things.hand.text().contains("Bad room"));
  }

  private List<String> pending(String list) {
    return world.states.standing(world.connectionId()).orElseThrow().pending().of(list);
  }

  private void rooms(int count, String first) {
    SourceValue.Fields[] rooms = new SourceValue.Fields[count];
    for (int i = 0; i < rooms.length; i++) {
      rooms[i] = room("r" + i, i == 0 ? first : "Room " + i);
    }
    world.source.lists().list("/api/v1/rooms", rooms);
  }
}
