package org.oktasync.ao.model2;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * From the first model of the tables to the second: versions of rules, places in plans, search keys
 * that every collation orders alike, and results that say what they are searched by. Columns of
 * model 1 that are no longer used stay where they are; Active Objects takes none away.
 */
public final class UpgradeToModel2 implements ActiveObjectsUpgradeTask {
  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("2");
  }

  @Override
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        Connection2.class,
        Link2.class,
        Finding2.class,
        SyncRun2.class,
        PlannedChange2.class,
        ChangeResult2.class);
    Rows rows = new Rows(ao);
    rows.change(Connection2.class, UpgradeToModel2::fill);
    rows.change(Link2.class, row -> row.setNameKey(Keys2.key(row.getName())));
    rows.change(Finding2.class, row -> row.setSubjectKey(Keys2.key(row.getSubject())));
    rows.change(PlannedChange2.class, UpgradeToModel2::fill);
    rows.change(ChangeResult2.class, new FilledResults(ao)::fill);
  }

  private static void fill(Connection2 row) {
    if (row.getRulesRevision() == 0) {
      row.setRulesRevision(row.getRevision());
    }
  }

  private static void fill(PlannedChange2 row) {
    if (row.getPlace() == 0) {
      row.setPlace(Keys2.place(row.getPhaseNo(), row.getOrdinal()));
      row.setSubjectKey(Keys2.key(row.getSubject()));
      row.setObjectKey(Keys2.key(row.getObjectName()));
    }
  }
}
