package org.oktasync.plan.assets;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.AppliedChanges.Made;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.ObjectChange.DeleteObject;
import org.oktasync.plan.ObjectChange.RestoreObject;
import org.oktasync.plan.ObjectChange.RetireObject;
import org.oktasync.plan.ObjectChange.UpdateObject;
import org.oktasync.plan.Phase;
import org.oktasync.plan.PlanSink;

/** What an undo plans for objects, whatever became of them since. */
public class ObjectUndoTest {
  private static final ExternalId ANN = new ExternalId("u1");
  private static final ObjectIdentity U1 = new ObjectIdentity("Users", "u1");
  private static final Map<String, String> NONE = Map.of();
  private static final ObjectAttribute KEY =
      new ObjectAttribute(
          "7", "Okta ID", AttributeType.TEXT, true, false, 0, 1, true, "", List.of());

  private final Map<Phase, List<Made>> made = new HashMap<>();
  private final Assets assets = new Assets();
  private final Planned planned = new Planned();

  /** What Assets holds now: links by key, values of those in use by the id of the object. */
  private static final class Assets implements ObjectsNow {
    final Map<String, ObjectLink> links = new HashMap<>();
    final Map<String, Map<String, String>> inUse = new HashMap<>();

    void holds(String key, ObjectLink.Retired retired) {
      links.put(
          key,
          ObjectLink.of(
                  1, new ObjectIdentity("Users", key), ANN, "o" + key, ObjectLink.Origin.CREATED)
              .missing(Instant.EPOCH, 1)
              .retired(retired, ""));
    }

    @Override
    public Optional<ObjectLink> link(ObjectChange change) {
      return Optional.ofNullable(links.get(change.identity().key()));
    }

    @Override
    public Optional<AssetsObject> object(ObjectLink link) {
      return Optional.ofNullable(inUse.get(link.objectId()))
          .map(
              texts -> {
                Map<String, List<AttributeValue>> values = new TreeMap<>();
                texts.forEach((name, text) -> values.put(name, List.of(AttributeValue.of(text))));
                return new AssetsObject(link.objectId(), "OKT-1", "t", "", values);
              });
    }

    @Override
    public Map<String, String> texts(
        AssetsObject object, ObjectChange change, Collection<String> attributes) {
      Map<String, String> texts = new TreeMap<>();
      for (String attribute : attributes) {
        object.values(attribute).forEach(value -> texts.put(attribute, value.text()));
      }
      return texts;
    }

    @Override
    public Optional<ObjectAttribute> key(ObjectChange change) {
      return Optional.of(KEY);
    }

    @Override
    public boolean refers(ObjectChange change, String attribute) {
      return attribute.equals("Groups");
    }

    @Override
    public long owned() {
      return 42;
    }
  }

  /** A line for everything that is planned. */
  private static final class Planned implements PlanSink {
    final List<String> lines = new ArrayList<>();

    @Override
    public void change(Phase phase, Change change) {
      if (change instanceof Change.LeaveAlone left) {
        lines.add("leave " + left.subject() + " " + left.reason() + " " + left.detail());
      } else if (change instanceof ObjectChange of) {
        lines.add(
            phase
                + " "
                + of.operation()
                + " "
                + of.identity().key()
                + " "
                + of.before()
                + " "
                + of.after()
                + (of.reason().isEmpty() ? "" : " " + of.reason()));
      }
    }

    @Override
    public void unchanged(EntityKind kind, long count) {
      lines.add("unchanged " + kind + " " + count);
    }

    @Override
    public void owned(EntityKind kind, long count) {
      lines.add("owned " + kind + " " + count);
    }

    @Override
    public void linked(long accounts) {}

    @Override
    public void groupLoss(GroupName group, long lost, long members) {}
  }

  private void did(Phase phase, ObjectChange change) {
    did(phase, change, true);
  }

  private void did(Phase phase, ObjectChange change, boolean certain) {
    made.computeIfAbsent(phase, any -> new ArrayList<>()).add(new Made(change, certain, true));
  }

  private void updated(Map<String, String> before, Map<String, String> after) {
    did(Phase.OBJECTS, new UpdateObject(ANN, U1, "Ann", before, after));
  }

  /** The plan, without the line that says how many objects are ours. */
  private List<String> undo() {
    new ObjectUndo(phase -> Cursor.over(made.getOrDefault(phase, List.of()))).plan(assets, planned);
    assertEquals("owned OBJECT 42", planned.lines.remove(0));
    return planned.lines;
  }

  @Test
  public void aRunThatTouchedNoObjectHasNothingToUndo() {
    new ObjectUndo(phase -> Cursor.over(List.of())).plan(assets, planned);
    assertEquals(List.of(), planned.lines);
  }

  @Test
  public void valuesComeBack_thoseThatWereEmptyToo() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Floor", "8", "Name", "Anna"));
    updated(Map.of("Floor", "7", "Name", ""), Map.of("Floor", "8", "Name", "Anna"));
    assertEquals(List.of("OBJECTS UPDATE u1 {Floor=8, Name=Anna} {Floor=7, Name=}"), undo());
  }

  @Test
  public void whatTwoChangesOfARunDid_goesBackToTheBeginning() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Floor", "9", "Manager", "Zoe"));
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    did(
        Phase.OBJECT_REFERENCES,
        new UpdateObject(
            ANN,
            U1,
            "Ann",
            Map.of("Floor", "8", "Manager", "Bob"),
            Map.of("Floor", "9", "Manager", "Zoe")));
    assertEquals(
        List.of("OBJECTS UPDATE u1 {Floor=9, Manager=Zoe} {Floor=7, Manager=Bob}"), undo());
  }

  @Test
  public void whatChangedSinceIsNamed_andTheRestComesBack() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Floor", "99", "Name", "Anna", "Shoe", "41"));
    updated(
        Map.of("Floor", "7", "Name", "Ann", "Shoe", "41"),
        Map.of("Floor", "8", "Name", "Anna", "Shoe", "40"));
    assertEquals(
        List.of("OBJECTS UPDATE u1 {Name=Anna} {Name=Ann}", "leave Ann undo-changed-since Floor"),
        undo());
  }

  @Test
  public void aKeyComesBack_andTheLinkFollowsIt() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Okta ID", "u1", "Name", "Ann"));
    updated(Map.of("Okta ID", "u0"), Map.of("Okta ID", "u1"));
    assertEquals(List.of("OBJECTS UPDATE u0 {Okta ID=u1} {Okta ID=u0}"), undo());
  }

  @Test
  public void whatIsAsItWasAlready_isLeftAsItIs() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Floor", "7"));
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    assertEquals(List.of("unchanged OBJECT 1"), undo());
  }

  @Test
  public void whatTheRunMadeIsArchived_unlessSomebodyWorkedOnIt() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.holds("u2", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Name", "Ann"));
    assets.inUse.put("ou2", Map.of("Name", "Robert"));
    did(Phase.OBJECTS, new CreateObject(ANN, U1, "Ann", Map.of("Name", "Ann", "Floor", ""), ""));
    did(
        Phase.OBJECTS,
        new CreateObject(
            new ExternalId("u2"),
            new ObjectIdentity("Users", "u2"),
            "Bob",
            Map.of("Name", "Bob"),
            ""));
    assertEquals(
        List.of(
            "RETIRE_OBJECTS ARCHIVE u1 {} {} undo-object-created",
            "leave Bob undo-changed-since Name"),
        undo());
  }

  @Test
  public void whatTheRunBroughtBackGoesBackToTheArchive() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Name", "Ann"));
    did(Phase.OBJECTS, new RestoreObject(ANN, U1, "Ann", NONE, Map.of("Name", "Ann")));
    assertEquals(List.of("RETIRE_OBJECTS ARCHIVE u1 {} {} undo-object-created"), undo());
  }

  @Test
  public void aStatusThatTheRunTookBackIsGivenAgain_andTheObjectStaysInUse() {
    assets.holds("u1", ObjectLink.Retired.NO);
    assets.inUse.put("ou1", Map.of("Status", "Active"));
    did(
        Phase.OBJECTS,
        new RestoreObject(
            ANN, U1, "Ann", Map.of("Status", "Not in Okta"), Map.of("Status", "Active")));
    assertEquals(List.of("OBJECTS UPDATE u1 {Status=Active} {Status=Not in Okta}"), undo());
  }

  @Test
  public void whatTheRunArchivedComesBack_unlessItMadeItItself() {
    assets.holds("u1", ObjectLink.Retired.ARCHIVED);
    RetireObject archive = new RetireObject(ANN, U1, "Ann", NONE, NONE, "not-found");
    did(Phase.RETIRE_OBJECTS, archive);
    assertEquals(List.of("OBJECTS RESTORE u1 {} {}"), undo());

    planned.lines.clear();
    did(Phase.OBJECTS, new CreateObject(ANN, U1, "Ann", Map.of("Name", "Ann"), ""));
    assertEquals(List.of("unchanged OBJECT 1"), undo());
  }

  @Test
  public void whatSomebodyArchivedSinceStaysThere() {
    assets.holds("u1", ObjectLink.Retired.ARCHIVED);
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    assertEquals(List.of("unchanged OBJECT 1"), undo());
  }

  @Test
  public void aStatusGivenToWhatIsArchivedByNow_bringsNothingBack() {
    assets.holds("u1", ObjectLink.Retired.ARCHIVED);
    did(
        Phase.RETIRE_OBJECTS,
        new RetireObject(
            ANN, U1, "Ann", Map.of("Status", ""), Map.of("Status", "Not in Okta"), "not-found"));
    assertEquals(List.of("unchanged OBJECT 1"), undo());
  }

  @Test
  public void whatIsGone_notOursOrDeleted_isNamed() {
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    assertEquals(List.of("leave Ann undo-unlinked "), undo());

    planned.lines.clear();
    assets.holds("u1", ObjectLink.Retired.NO);
    assertEquals(List.of("leave Ann undo-object-gone "), undo());

    planned.lines.clear();
    did(Phase.DELETE_OBJECTS, new DeleteObject(ANN, U1, "Ann", NONE, "not-found"));
    assertEquals(List.of("leave Ann undo-irreversible "), undo());
  }

  @Test
  public void whatNobodyKnowsToHaveHappened_isNotComplainedAbout() {
    did(
        Phase.OBJECTS,
        new UpdateObject(ANN, U1, "Ann", Map.of("Floor", "7"), Map.of("Floor", "8")),
        false);
    assertEquals(List.of(), undo());
  }

  @Test
  public void whatIsKnownOfOneChangeIsKnownOfTheObject() {
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    did(
        Phase.OBJECT_REFERENCES,
        new UpdateObject(ANN, U1, "Ann", Map.of("Boss", ""), Map.of("Boss", "Zoe")),
        false);
    assertEquals(List.of("leave Ann undo-unlinked "), undo());
  }

  @Test
  public void objectsThatOthersReferTo_areToldApartByTheirKey() {
    for (String key : List.of("Admin", "Reader")) {
      assets.holds(key, ObjectLink.Retired.NO);
      assets.inUse.put("o" + key, Map.of("Name", key));
      did(
          Phase.OBJECTS,
          new CreateObject(
              ObjectChange.NO_SOURCE,
              new ObjectIdentity("Users", key),
              key,
              Map.of("Name", key),
              "referred-to"));
    }
    assertEquals(
        List.of(
            "RETIRE_OBJECTS ARCHIVE Admin {} {} undo-object-created",
            "RETIRE_OBJECTS ARCHIVE Reader {} {} undo-object-created"),
        undo());
  }

  @Test
  public void aKeyThatTheRunChanged_isOneObjectStill() {
    ObjectIdentity other = new ObjectIdentity("USERS", "u1.new");
    assets.holds("u1.new", ObjectLink.Retired.NO);
    assets.inUse.put("ou1.new", Map.of("Id", "u1.new", "Floor", "8"));
    updated(Map.of("Floor", "7"), Map.of("Floor", "8"));
    did(
        Phase.OBJECT_REFERENCES,
        new UpdateObject(ANN, other, "Ann", Map.of("Id", "u1"), Map.of("Id", "u1.new")));
    assertEquals(List.of("OBJECTS UPDATE u1.new {Floor=8, Id=u1.new} {Floor=7, Id=u1}"), undo());
  }
}
