package com.atlassian.activeobjects.external;

/** One step from an older table model to a newer one. */
public interface ActiveObjectsUpgradeTask {
  ModelVersion getModelVersion();

  void upgrade(ModelVersion currentVersion, ActiveObjects activeObjects);
}
