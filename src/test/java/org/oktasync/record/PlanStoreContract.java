package org.oktasync.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.Test;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.GroupName;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.GroupLoss;
import org.oktasync.plan.Operation;
import org.oktasync.plan.Phase;

/** What every plan store keeps to. */
public abstract class PlanStoreContract {
  protected static final long PLAN = 7;

  /** The store under test, empty. */
  protected abstract PlanStore store();

  @Test
  public void deliversChangesByPhaseThenByOrdinal() {
    write(
        PLAN,
        writer -> {
          writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
          writer.change(Phase.PREPARE, Changes.create("ann"));
          writer.change(Phase.ADD_MEMBERS, Changes.add("ann", "staff"));
          writer.change(Phase.PREPARE, Changes.create("bob"));
        });

    List<PlannedChange> changes = read(PLAN, Mark.START);

    assertEquals(List.of("ann", "bob", "ann", "zoe"), subjects(changes));
    assertEquals(List.of(2L, 4L, 3L, 1L), changes.stream().map(PlannedChange::ordinal).toList());
  }

  @Test
  public void beginsBehindTheMark() {
    write(
        PLAN,
        writer -> {
          writer.change(Phase.ADD_MEMBERS, Changes.add("ann", "staff"));
          writer.change(Phase.ADD_MEMBERS, Changes.add("bob", "staff"));
          writer.change(Phase.PREPARE, Changes.create("eve"));
          writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
        });

    assertEquals(List.of("bob", "zoe"), subjects(read(PLAN, new Mark(Phase.ADD_MEMBERS, 1))));
    assertEquals(List.of("ann", "bob", "zoe"), subjects(read(PLAN, new Mark(Phase.PREPARE, 3))));
    assertEquals(List.of(), read(PLAN, new Mark(Phase.DELETE_OBJECTS, 99)));
  }

  @Test
  public void givesEveryChangeBackAsItWas() {
    List<Change> changes = new ArrayList<>(Changes.ofObjects());
    changes.addAll(
        List.of(
            Changes.create("Åsa \uD83D\uDE00"),
            Changes.rename("old", "new"),
            Changes.add("ann", "staff 100%"),
            Changes.remove("ann", "staff"),
            Changes.deactivate("zoe"),
            Changes.delete("zoe"),
            Changes.deleteGroup("staff", 12),
            Changes.leave("bob", "bob in LDAP"),
            Changes.leave("tom", "")));

    write(PLAN, writer -> changes.forEach(change -> writer.change(Phase.PREPARE, change)));

    assertEquals(
        changes, read(PLAN, Mark.START).stream().map(one -> one.row().toChange()).toList());
  }

  @Test
  public void fingerprintCoversPhaseAndTextOfAllChangesInOrderOfArrival() throws Exception {
    Plan plan =
        write(
            PLAN,
            writer -> {
              writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
              writer.change(Phase.PREPARE, Changes.create("ann"));
            });

    String text =
        "DEACTIVATE"
            + ChangeRow.of(Changes.deactivate("zoe")).canonicalText()
            + "PREPARE"
            + ChangeRow.of(Changes.create("ann")).canonicalText();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(HexFormat.of().formatHex(digest), plan.fingerprint());
  }

  @Test
  public void fingerprintTellsPhasesApart() {
    Plan one = write(1, writer -> writer.change(Phase.ADD_MEMBERS, Changes.add("ann", "staff")));
    Plan two = write(2, writer -> writer.change(Phase.LEADS, Changes.add("ann", "staff")));

    assertNotEquals(one.fingerprint(), two.fingerprint());
  }

  @Test
  public void anEmptyPlanHasAFingerprintToo() {
    assertEquals(64, write(PLAN, writer -> {}).fingerprint().length());
  }

  @Test
  public void addsUpTheSummary() {
    Plan plan =
        write(
            PLAN,
            writer -> {
              writer.change(Phase.PREPARE, Changes.create("ann"));
              writer.change(Phase.PREPARE, Changes.create("bob"));
              writer.unchanged(EntityKind.GROUP, 3);
              writer.owned(EntityKind.USER, 9);
              writer.groupLoss(new GroupName("staff"), 1, 4);
            });

    assertEquals(PLAN, plan.id());
    assertEquals(2, plan.summary().count(EntityKind.USER, Operation.CREATE));
    assertEquals(Long.valueOf(3), plan.summary().unchanged().get(EntityKind.GROUP));
    assertEquals(Long.valueOf(9), plan.summary().owned().get(EntityKind.USER));
    assertEquals(List.of(new GroupLoss("staff", 1, 4)), plan.summary().losses());
  }

  @Test
  public void aWriterThatIsClosedUnfinishedLeavesNothing() {
    PlanWriter writer = store().begin(PLAN);
    for (int i = 0; i < 1200; i++) {
      writer.change(Phase.PREPARE, Changes.create("user" + i));
    }

    writer.close();

    assertEquals(List.of(), read(PLAN, Mark.START));
  }

  @Test
  public void manyPagesComeWholeAndInOrder() {
    int count = 2500;
    write(
        PLAN,
        writer -> {
          for (int i = 0; i < count; i++) {
            Phase phase = i % 2 == 0 ? Phase.PREPARE : Phase.ADD_MEMBERS;
            writer.change(phase, Changes.create("user" + i));
          }
        });

    List<PlannedChange> changes = read(PLAN, Mark.START);

    assertEquals(count, changes.size());
    for (int i = 1; i < count; i++) {
      assertEquals(-1, Integer.signum(changes.get(i - 1).mark().compareTo(changes.get(i).mark())));
    }
  }

  @Test
  public void deletesOnePlanAndNoOther() {
    write(
        PLAN,
        writer -> {
          for (int i = 0; i < 2100; i++) {
            writer.change(Phase.PREPARE, Changes.create("user" + i));
          }
          writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
        });
    write(8, writer -> writer.change(Phase.PREPARE, Changes.create("ann")));

    store().delete(PLAN);

    assertEquals(List.of(), read(PLAN, Mark.START));
    assertEquals(List.of("ann"), subjects(read(8, Mark.START)));
  }

  @Test
  public void deletesSomeFromTheBeginning() {
    write(
        PLAN,
        writer -> {
          writer.change(Phase.DEACTIVATE, Changes.deactivate("zoe"));
          writer.change(Phase.PREPARE, Changes.create("ann"));
          writer.change(Phase.PREPARE, Changes.create("bob"));
        });
    write(8, writer -> writer.change(Phase.PREPARE, Changes.create("eve")));
    assertEquals(3, store().count(PLAN));

    assertEquals(2, store().deleteSome(PLAN, 2));
    assertEquals(List.of("zoe"), subjects(read(PLAN, Mark.START)));
    assertEquals(1, store().deleteSome(PLAN, 2));
    assertEquals(0, store().deleteSome(PLAN, 2));

    assertEquals(0, store().count(PLAN));
    assertEquals(1, store().count(8));
  }

  @Test
  public void anExhaustedOrClosedCursorHasNoMore() {
    write(PLAN, writer -> writer.change(Phase.PREPARE, Changes.create("ann")));
    try (Cursor<PlannedChange> cursor = store().changes(PLAN, Mark.START)) {
      cursor.next();
      assertFalse(cursor.hasNext());
      assertThrows(NoSuchElementException.class, cursor::next);
    }
  }

  /** What a test writes into a plan. */
  protected interface Content {
    void into(PlanWriter writer);
  }

  protected final Plan write(long planId, Content content) {
    try (PlanWriter writer = store().begin(planId)) {
      content.into(writer);
      return writer.finish();
    }
  }

  protected final List<PlannedChange> read(long planId, Mark after) {
    List<PlannedChange> changes = new ArrayList<>();
    try (Cursor<PlannedChange> cursor = store().changes(planId, after)) {
      cursor.forEachRemaining(changes::add);
    }
    return changes;
  }

  private static List<String> subjects(List<PlannedChange> changes) {
    return changes.stream().map(change -> change.row().subject()).toList();
  }
}
