package org.oktasync.ao;

import static org.junit.Assert.assertEquals;

import org.junit.Rule;
import org.junit.Test;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.plan.Change;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Phase;
import org.oktasync.record.Mark;
import org.oktasync.record.PlanStore;
import org.oktasync.record.PlanStoreContract;
import org.oktasync.record.PlanWriter;

public class AoPlanStoreTest extends PlanStoreContract {
  @Rule public final TestDatabase database;

  public AoPlanStoreTest() {
    this(new TestDatabase());
  }

  AoPlanStoreTest(TestDatabase database) {
    this.database = database;
  }

  private PlanStore store;

  @Override
  protected PlanStore store() {
    if (store == null) {
      store = new AoPlanStore(database.node());
    }
    return store;
  }

  @Test
  public void anImpossibleNameIsStoredInAFormThatEveryDatabaseTakes() {
    String name = "a\u0000b\uD800c" + "x".repeat(600);
    Change change =
        new Change.LeaveAlone(
            EntityKind.GROUP, new ExternalId("00g1"), name, "", "name-too-long", name);

    write(PLAN, writer -> writer.change(Phase.PREPARE, change));

    ChangeRow row = read(PLAN, Mark.START).get(0).row();
    assertEquals("a\uFFFDb\uFFFDc" + "x".repeat(445), row.subject());
    assertEquals(name, row.after().get(Change.Attributes.DETAIL));
  }

  @Test
  public void aWriterStoresInBatchesAndTakesBackWhatItStored() {
    PlanWriter writer = store().begin(PLAN);
    for (int i = 0; i < 600; i++) {
      writer.change(Phase.PREPARE, change(i));
    }
    assertEquals(500, database.rows("PLANNED_CHANGE"));

    writer.close();

    assertEquals(0, database.rows("PLANNED_CHANGE"));
  }

  private static Change change(int i) {
    ExternalId id = new ExternalId("00u" + i);
    return new Change.LeaveAlone(EntityKind.USER, id, "user" + i, "", "create-off", "");
  }
}
