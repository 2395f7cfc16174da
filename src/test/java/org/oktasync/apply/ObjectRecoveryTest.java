package org.oktasync.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.model.assets.ObjectLink.Retired;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.Reasons;

/** A node dies between a write to Assets and the note of it: what was done is noted, no more. */
public class ObjectRecoveryTest extends ObjectScenario {
  private static final ExternalId U1 = new ExternalId("u1");
  private static final ObjectIdentity IDENTITY = new ObjectIdentity("Users", "u1");
  private static final Map<String, String> NONE = Map.of();
  private static final CreateObject CREATION =
      new CreateObject(U1, IDENTITY, "Ann", Map.of("Name", "Ann", "Okta ID", "u1"), "");
  private static final RetireObject ARCHIVE =
      new RetireObject(U1, IDENTITY, "Ann", NONE, NONE, Reasons.NOT_FOUND);
  private static final RestoreObject RESTORE = new RestoreObject(U1, IDENTITY, "Ann", NONE, NONE);
  private static final DeleteObject DELETION =
      new DeleteObject(U1, IDENTITY, "Ann", NONE, Reasons.NOT_FOUND);

  private void recover(ObjectChange change) {
    long writes = world.assets.world().writes();
    world.recover(List.of(change));
    assertEquals("nothing is written", writes, world.assets.world().writes());
  }

  private ObjectLink link() {
    return world.links.find(ObjectWorld.CONNECTION, IDENTITY).orElse(null);
  }

  private String put(String name) {
    return world.hand.put("Users", Map.of("Name", name, "Okta ID", "u1"));
  }

  /** An object that a run made. */
  private String made() {
    world.person("u1", "name", "Ann");
    world.run();
    return idOf("u1");
  }

  @Test
  public void whatIsThereJustAsPlanned_isOurOwn() {
    String id = put("Ann");
    recover(CREATION);
    assertEquals(id, link().objectId());
    assertEquals(ObjectLink.Origin.CREATED, link().origin());
    assertEquals(U1, link().sourceId());
  }

  @Test
  public void whatIsNotThere_orTwice_orOtherwise_isNot() {
    recover(CREATION);
    assertNull(link());
    put("Anna");
    recover(CREATION);
    assertNull(link());
    put("Ann");
    recover(CREATION);
    assertNull(link());
  }

  @Test
  public void whatBelongsToAnotherPersonStaysTheirs() {
    world.person("u9", "name", "Ann", "key", "u1");
    world.run();
    recover(CREATION);
    assertEquals("u9", link().sourceId().value());
    assertEquals(1, world.links.count(ObjectWorld.CONNECTION));
  }

  @Test
  public void whatIsLinkedAlreadyStaysAsItIs() {
    made();
    long stored = world.links.writes();
    recover(CREATION);
    recover(RESTORE);
    recover(ARCHIVE);
    recover(DELETION);
    assertEquals(stored, world.links.writes());
    assertEquals(Retired.NO, link().retired());
  }

  @Test
  public void anArchivingThatHappenedIsNoted() {
    world.hand.archive(made());
    recover(ARCHIVE);
    assertEquals(Retired.ARCHIVED, link().retired());
  }

  @Test
  public void aStatusIsNotTakenForAnArchiving() {
    world.hand.archive(made());
    recover(
        new RetireObject(
            U1,
            IDENTITY,
            "Ann",
            Map.of("Status", ""),
            Map.of("Status", "Not in Okta"),
            Reasons.NOT_FOUND));
    assertEquals(Retired.NO, link().retired());
  }

  @Test
  public void aReturnFromTheArchiveThatHappenedIsNoted() {
    String id = made();
    world.hand.archive(id);
    recover(ARCHIVE);
    recover(RESTORE);
    assertEquals("it did not happen", Retired.ARCHIVED, link().retired());
    world.assets.restore(id);
    recover(RESTORE);
    assertEquals(Retired.NO, link().retired());
  }

  @Test
  public void aDeletionThatHappenedIsNoted() {
    String id = made();
    recover(DELETION);
    assertEquals("it did not happen", id, link().objectId());
    world.hand.delete(id);
    recover(DELETION);
    assertNull(link());
  }

  @Test
  public void whatIsInTheArchiveIsNotTakenForDeleted() {
    world.hand.archive(made());
    recover(ARCHIVE);
    recover(DELETION);
    assertEquals(Retired.ARCHIVED, link().retired());
  }
}
