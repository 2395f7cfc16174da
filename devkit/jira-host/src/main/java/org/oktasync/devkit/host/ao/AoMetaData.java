package org.oktasync.devkit.host.ao;

import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.java.ao.RawEntity;

/** The part of Active Objects that may be asked before the module is enabled. */
record AoMetaData(ActiveObjectsModule module) implements ActiveObjectsModuleMetaData {
  @Override
  public void awaitInitialization() throws ExecutionException {
    if (!module.isEnabled()) {
      throw new ExecutionException(new IllegalStateException("The <ao> module is not enabled"));
    }
  }

  @Override
  public void awaitInitialization(long timeout, TimeUnit unit) throws ExecutionException {
    awaitInitialization();
  }

  @Override
  public boolean isInitialized() {
    return module.isEnabled();
  }

  @Override
  public boolean isDataSourcePresent() {
    return true;
  }

  @Override
  public boolean isTablePresent(Class<? extends RawEntity<?>> type) {
    try {
      count(type);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void count(Class type) throws SQLException {
    module.entities().count(type);
  }
}
