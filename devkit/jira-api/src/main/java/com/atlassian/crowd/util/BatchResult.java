package com.atlassian.crowd.util;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Collects which entities of a batch succeeded and which failed. */
public class BatchResult<T> {
  private final List<T> successful;
  private final List<T> failed = new ArrayList<>();

  public BatchResult(int expectedSize) {
    successful = new ArrayList<>(expectedSize);
  }

  public void addSuccess(T entity) {
    successful.add(entity);
  }

  public void addSuccesses(Collection<? extends T> entities) {
    successful.addAll(entities);
  }

  public void addFailure(T entity) {
    failed.add(entity);
  }

  public void addFailures(Collection<? extends T> entities) {
    failed.addAll(entities);
  }

  public boolean hasFailures() {
    return !failed.isEmpty();
  }

  public boolean hasSuccesses() {
    return !successful.isEmpty();
  }

  public int getTotalAttempted() {
    return successful.size() + failed.size();
  }

  public int getTotalSuccessful() {
    return successful.size();
  }

  public List<T> getSuccessfulEntities() {
    return Collections.unmodifiableList(successful);
  }

  public List<T> getFailedEntities() {
    return Collections.unmodifiableList(failed);
  }
}
