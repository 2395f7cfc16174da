package org.oktasync.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.oktasync.source.ThingKind.APPS;
import static org.oktasync.source.ThingKind.DEVICES;
import static org.oktasync.source.ThingKind.ROLES;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.fakes.AssetsCall;
import org.oktasync.fakes.InMemoryThings;
import org.oktasync.model.EntityKind;
import org.oktasync.model.Message;
import org.oktasync.model.SourceValue;
import org.oktasync.record.RunState;
import org.oktasync.record.SyncRun;
import org.oktasync.record.Tally;
import org.oktasync.target.TargetException;

/**
 * What runs that look at what changed do about applications, roles, devices and other lists: they
 * look where the log points, and nowhere else.
 */
public class ObjectDeltaRunTest {
  private final ThingWorld things = new ThingWorld();
  private final SyncWorld world = things.world;
  private final InMemoryThings okta = world.source.things();

  @Before
  public void settle() {
    world.source.person("1", "ann").person("2", "bob").person("3", "cid");
    world.source.group("g1", "Staff", "1", "2");
    okta.put(APPS, "a1", "Mail", "1", "2").put(APPS, "a2", "Wiki", "3");
    okta.put(ROLES, "HELP", "Help desk", "1");
    okta.put(DEVICES, "d1", "Laptop", "1").put(DEVICES, "d2", "Phone");
    world.source.lists().list("/api/v1/rooms", room("r1", "Attic"));
    assertEquals(RunState.SUCCEEDED, world.sync().state());
    assertEquals("apps=Mail devices=Laptop roles=Help desk", things.of("1"));
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

  /** A run that looks at everything finds nothing to do. */
  private void assertAsAfterAFullRun() {
    String before = things.hand.text();
    SyncRun full = world.sync();
    assertEquals(before, things.hand.text());
    assertEquals(full.planned().toString(), 0, full.counts().written());
  }

  @Test
  public void aDeltaThatTellsOfNothingAsksForNothingButTheListNobodyTellsOf() {
    int lookups = world.source.lookups();
    SyncRun run = incremental();
    assertEquals(List.of("/api/v1/rooms"), asked());
    assertEquals(lookups, world.source.lookups());
    assertEquals(0, run.counts().written());
    assertEquals(List.of(), codes(run));
  }

  @Test
  public void whoGotOrLostAnApplicationIsAskedForIt() {
    okta.put(APPS, "a1", "Mail", "1", "3");
    SyncRun run = incremental();
    assertEquals(2, run.counts().get(EntityKind.OBJECT, Tally.UPDATED));
    assertEquals("apps= devices= roles=", things.of("2"));
    assertEquals("apps=Mail;Wiki devices= roles=", things.of("3"));
    assertEquals(
        new TreeSet<>(
            List.of(
                "/api/v1/rooms",
                "/api/v1/users/2/appLinks",
                "/api/v1/users/2/devices",
                "/api/v1/users/2/roles",
                "/api/v1/users/3/appLinks",
                "/api/v1/users/3/devices",
                "/api/v1/users/3/roles")),
        new TreeSet<>(asked()));
    assertEquals(7, asked().size());
    assertAsAfterAFullRun();
  }

  @Test
  public void aRoleIsTheRoleHoweverItIsAskedFor() {
    okta.put(ROLES, "HELP", "Help desk", "1", "2").put(ROLES, "SUPER", "Super administrator", "3");
    incremental();
    assertEquals("apps=Mail devices= roles=Help desk", things.of("2"));
    assertEquals("apps=Wiki devices= roles=Super administrator", things.of("3"));
    assertAsAfterAFullRun();
    okta.put(ROLES, "HELP", "Help desk", "2");
    incremental();
    assertEquals("apps=Mail devices=Laptop roles=", things.of("1"));
    assertAsAfterAFullRun();
  }

  @Test
  public void aNewApplicationComesWithWhoeverHasIt_andOneObjectAloneIsRead() {
    okta.put(APPS, "a3", "Chat", "2");
    incremental();
    assertEquals("apps=Chat;Mail devices= roles=", things.of("2"));
    assertTrue(asked().toString(), asked().contains("/api/v1/apps?filter=id%20eq%20%22a3%22"));
    assertFalse(asked().contains("/api/v1/apps"));
    assertAsAfterAFullRun();
  }

  @Test
  public void aRenamedApplicationKeepsItsObject_andNobodyIsAskedFor() {
    okta.put(APPS, "a1", "Post", "1", "2");
    incremental();
    assertEquals("apps=Post devices=Laptop roles=Help desk", things.of("1"));
    assertEquals(2, asked().size());
    assertAsAfterAFullRun();
  }

  @Test
  public void aDeviceComesWithItsOwner() {
    okta.put(DEVICES, "d2", "Phone", "2").put(DEVICES, "d3", "Tablet", "3");
    incremental();
    assertEquals("apps=Mail devices=Phone roles=", things.of("2"));
    assertTrue(
        things.hand.lines("Devices").toString(),
        things.hand.lines("Devices").contains("{Name=Tablet, Okta ID=d3, Owners=3}"));
    assertAsAfterAFullRun();
  }

  @Test
  public void membersOfAGroupThatGotAnApplicationAreAskedFor() {
    okta.group(APPS, "a2", "g1", true);
    incremental();
    assertEquals("apps=Mail;Wiki devices=Laptop roles=Help desk", things.of("1"));
    assertEquals("apps=Mail;Wiki devices= roles=", things.of("2"));
    assertTrue(asked().contains("/api/v1/groups/g1/users?limit=200"));
    assertAsAfterAFullRun();
  }

  @Test
  public void anApplicationThatIsSwitchedOffIsTakenFromItsUsers_andItsObjectIsLeftToAFullRun() {
    okta.active(APPS, "a1", false);
    SyncRun run = incremental();
    assertEquals("apps= devices=Laptop roles=Help desk", things.of("1"));
    assertEquals(0, run.counts().get(EntityKind.OBJECT, Tally.RETIRED));
    SyncRun full = world.sync();
    assertEquals(1, full.counts().get(EntityKind.OBJECT, Tally.RETIRED));
    assertEquals(0, full.counts().get(EntityKind.OBJECT, Tally.UPDATED));
  }

  @Test
  public void whoseADeviceWasThatIsSwitchedOffIsTakenFromThem() {
    okta.active(DEVICES, "d1", false);
    SyncRun run = incremental();
    assertEquals(List.of(), codes(run));
    assertEquals("apps=Mail devices= roles=Help desk", things.of("1"));
    assertTrue(asked().toString(), asked().contains("/api/v1/users/1/devices"));
    assertFalse("nobody else is asked for", asked().toString().contains("/users/2/"));
    assertAsAfterAFullRun();
  }

  @Test
  public void whoHadAnApplicationThatIsGoneHasItNoLonger_andItsObjectIsLeftToAFullRun() {
    okta.delete(APPS, "a1");
    SyncRun run = incremental();
    assertEquals(List.of(), codes(run));
    assertEquals("apps= devices=Laptop roles=Help desk", things.of("1"));
    assertEquals("apps= devices= roles=", things.of("2"));
    assertEquals(0, run.counts().get(EntityKind.OBJECT, Tally.RETIRED));
    SyncRun full = world.sync();
    assertEquals(1, full.counts().get(EntityKind.OBJECT, Tally.RETIRED));
    assertEquals(0, full.counts().get(EntityKind.OBJECT, Tally.UPDATED));
  }

  @Test
  public void whoHasWhatAssetsSaysIsGone_andWhatNobodySaysIsLeft() {
    world.source.lists().breakOff("/api/v1/users/2/appLinks");
    okta.delete(APPS, "a1");
    incremental();
    assertEquals("apps= devices=Laptop roles=Help desk", things.of("1"));
    assertEquals("its list broke off", "apps=Mail devices= roles=", things.of("2"));
  }

  @Test
  public void whereAssetsCannotSayWhoHadWhatIsGone_nobodyLosesAnything_andTheRunSaysSo() {
    int next = things.assets.faults().count(AssetsCall.FIND) + 1;
    things
        .assets
        .faults()
        .failBefore(
            AssetsCall.FIND,
            next,
            () -> new TargetException(TargetException.Kind.RETRY, Message.of("test-fault"), null));
    okta.active(DEVICES, "d1", false);
    SyncRun run = incremental();
    assertEquals(List.of("assets-people-untold"), codes(run));
    assertEquals("apps=Mail devices=Laptop roles=Help desk", things.of("1"));
    world.sync();
    assertEquals("apps=Mail devices= roles=Help desk", things.of("1"));
  }

  @Test
  public void whoHadWhatHasNoObjectOfItsOwnNobodyTells_andTheRunSaysSo() {
    okta.put(APPS, "a9", "Short-lived");
    okta.delete(APPS, "a9");
    SyncRun run = incremental();
    assertEquals(List.of("assets-people-untold"), codes(run));
    assertEquals(0, run.counts().written());
  }

  @Test
  public void moreOfThemThanCanBeAskedForWait() {
    String[] many = new String[201];
    for (int i = 0; i < many.length; i++) {
      many[i] = "m" + i;
      world.source.person(many[i], "many" + i);
    }
    okta.put(DEVICES, "d9", "Kiosk", many);
    world.sync();
    okta.delete(DEVICES, "d9");
    SyncRun run = incremental();
    assertEquals(List.of("assets-people-wait"), codes(run));
    assertEquals("apps= devices=Kiosk roles=", things.of("m7"));
    world.sync();
    assertEquals("apps= devices= roles=", things.of("m7"));
  }

  @Test
  public void whatCannotBeReadTakesNothingAway() {
    okta.put(APPS, "a1", "Mail", "1").put(ROLES, "SUPER", "Super administrator", "2");
    world.source.lists().breakOff("/api/v1/users/2/appLinks");
    incremental();
    assertEquals("apps=Mail devices= roles=Super administrator", things.of("2"));
  }

  @Test
  public void moreHoldersThanCanBeAskedForWait_andTheRestGoesOn() {
    String[] many = new String[201];
    for (int i = 0; i < many.length; i++) {
      many[i] = "m" + i;
      world.source.person(many[i], "many" + i);
    }
    world.sync();
    world.source.person("2", "bob", "ACTIVE", "bob@example.com", "Robert");
    okta.put(ROLES, "HELP", "Help desk", many);
    SyncRun run = incremental();
    assertEquals(List.of("assets-people-wait"), codes(run));
    assertTrue(things.hand.text().contains("Name=Robert"));
    assertEquals("apps= devices= roles=", things.of("m7"));
    world.sync();
    assertEquals("apps= devices= roles=Help desk", things.of("m7"));
  }

  @Test
  public void aListThatNobodyTellsOfIsReadWhileItIsShort() {
    world.source.lists().list("/api/v1/rooms", room("r1", "Roof"), room("r2", "Cellar"));
    incremental();
    assertEquals(
        List.of("{Name=Cellar, Okta ID=r2}", "{Name=Roof, Okta ID=r1}"),
        things.hand.lines("Rooms"));
    world.source.lists().list("/api/v1/rooms", room("r2", "Cellar"));
    SyncRun run = incremental();
    assertEquals("absence proves nothing", 0, run.counts().written());
    assertEquals(1, world.sync().counts().get(EntityKind.OBJECT, Tally.RETIRED));
  }

  @Test
  public void aLongListThatNobodyTellsOfWaits_andTheRunSaysSo() {
    SourceValue.Fields[] rooms = new SourceValue.Fields[201];
    for (int i = 0; i < rooms.length; i++) {
      rooms[i] = room("r" + i, "Room " + i);
    }
    world.source.lists().list("/api/v1/rooms", rooms);
    SyncRun longer = incremental();
    assertEquals("longer than was thought", List.of("assets-lists-wait"), codes(longer));
    world.sync();
    rooms[200] = room("r200", "Ballroom");
    world.source.lists().list("/api/v1/rooms", rooms);
    SyncRun run = incremental();
    assertEquals(List.of(), asked());
    assertEquals(List.of("assets-lists-wait"), codes(run));
    assertEquals("[Rooms]", run.notices().get(0).arguments().toString());
    world.sync();
    assertTrue(things.hand.text().contains("Ballroom"));
  }

  @Test
  public void aListOfManyIsComparedByListsOfAssetsAndNotOneByOne() {
    SourceValue.Fields[] rooms = new SourceValue.Fields[150];
    for (int i = 0; i < rooms.length; i++) {
      rooms[i] = room("r" + i, "Room " + i);
    }
    world.source.lists().list("/api/v1/rooms", rooms);
    world.sync();
    int looks = things.assets.faults().count(AssetsCall.LOOK);
    int finds = things.assets.faults().count(AssetsCall.FIND);
    SyncRun run = incremental();
    assertEquals(150, run.counts().get(EntityKind.OBJECT, Tally.UNCHANGED));
    assertEquals(looks, things.assets.faults().count(AssetsCall.LOOK));
    assertEquals(finds, things.assets.faults().count(AssetsCall.FIND));
  }

  @Test
  public void withoutALogShortListsAreReadAndPeopleWait() {
    world.source.log().untoldThings(true);
    okta.put(APPS, "a1", "Post", "1", "2", "3");
    SyncRun run = incremental();
    assertEquals(List.of("assets-people-untold"), codes(run));
    assertTrue(things.hand.text().contains("Post"));
    assertEquals("apps=Wiki devices= roles=", things.of("3"));
  }

  @Test
  public void whoIsOutOfScopeGetsNoObject() {
    world.change("{\"scope\":{\"people\":\"groups\",\"groups\":[\"g1\"]}}");
    world.sync();
    okta.put(ROLES, "SUPER", "Super administrator", "2", "3");
    world.source.person("4", "dan");
    okta.put(ROLES, "SUPER", "Super administrator", "2", "3", "4");
    incremental();
    assertEquals("apps=Mail devices= roles=Super administrator", things.of("2"));
    assertFalse(things.hand.text().contains("Name of dan"));
  }

  @Test
  public void aDryRunTellsTheSame() {
    okta.put(APPS, "a1", "Mail", "1");
    SyncRun dry = world.run("manual", SyncRun.INCREMENTAL, true);
    assertEquals(1, dry.planned().get(EntityKind.OBJECT, Tally.UPDATED));
    assertEquals("apps=Mail devices= roles=", things.of("2"));
    assertEquals(1, incremental().counts().get(EntityKind.OBJECT, Tally.UPDATED));
  }
}
