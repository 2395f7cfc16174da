package com.atlassian.crowd.manager.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What became of a bulk addition: counts, and the entities that failed or were there already. */
public class BulkAddResult<T> {
  private final long attemptedToAdd;
  private final boolean overwriteUsed;
  private final List<T> failedEntities;
  private final List<T> existingEntities;

  private BulkAddResult(Builder<T> from) {
    attemptedToAdd = from.attemptedToAdd;
    overwriteUsed = from.overwrite;
    failedEntities = List.copyOf(from.failedEntities);
    existingEntities = List.copyOf(from.existingEntities);
  }

  public static <T> Builder<T> builder(long attemptedToAdd) {
    return new Builder<>(attemptedToAdd);
  }

  public Collection<T> getFailedEntities() {
    return failedEntities;
  }

  public Collection<T> getExistingEntities() {
    return existingEntities;
  }

  public boolean isOverwriteUsed() {
    return overwriteUsed;
  }

  public long getAttemptedToAdd() {
    return attemptedToAdd;
  }

  public long getAddedSuccessfully() {
    int kept = overwriteUsed ? 0 : existingEntities.size();
    return attemptedToAdd - failedEntities.size() - kept;
  }

  /** Collects the outcome while the addition goes on. */
  public static class Builder<T> {
    private final long attemptedToAdd;
    private boolean overwrite;
    private final List<T> failedEntities = new ArrayList<>();
    private final List<T> existingEntities = new ArrayList<>();

    public Builder(long attemptedToAdd) {
      this.attemptedToAdd = attemptedToAdd;
    }

    public Builder<T> setOverwrite(boolean overwrite) {
      this.overwrite = overwrite;
      return this;
    }

    public Builder<T> addFailedEntities(Collection<T> entities) {
      failedEntities.addAll(entities);
      return this;
    }

    public Builder<T> addFailedEntity(T entity) {
      failedEntities.add(entity);
      return this;
    }

    public Builder<T> addExistingEntities(Collection<T> entities) {
      existingEntities.addAll(entities);
      return this;
    }

    public Builder<T> addExistingEntity(T entity) {
      existingEntities.add(entity);
      return this;
    }

    public BulkAddResult<T> build() {
      return new BulkAddResult<>(this);
    }
  }
}
