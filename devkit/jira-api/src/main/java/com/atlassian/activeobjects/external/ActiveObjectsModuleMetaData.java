package com.atlassian.activeobjects.external;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.java.ao.RawEntity;

/** State of the add-on's tables. */
public interface ActiveObjectsModuleMetaData {
  void awaitInitialization() throws ExecutionException, InterruptedException;

  void awaitInitialization(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException;

  boolean isInitialized();

  boolean isDataSourcePresent();

  boolean isTablePresent(Class<? extends RawEntity<?>> type);
}
