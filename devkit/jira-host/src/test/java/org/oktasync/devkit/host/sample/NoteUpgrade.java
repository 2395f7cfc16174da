package org.oktasync.devkit.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import java.util.Map;

/** Leaves a row each time it runs. */
public final class NoteUpgrade implements ActiveObjectsUpgradeTask {
  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("1");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion current, ActiveObjects ao) {
    ao.migrate(Note.class);
    ao.create(Note.class, Map.of("TEXT", "upgraded from " + current));
  }
}
