package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.oktasync.record.Pending;
import org.oktasync.record.SyncState;
import org.oktasync.record.SyncStates;

/** How far connections are, in the database. */
public final class AoSyncStates implements SyncStates {
  /** Plans that wait for a decision, or were given up without a word; more are not kept. */
  private static final int MOST_WAITING = 20;

  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

  private static final TypeReference<Map<String, List<String>>> BY_LIST = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final JsonColumn json = new JsonColumn();

  public AoSyncStates(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public Optional<SyncState> standing(long connectionId) {
    return standingRow(connectionId).map(this::state);
  }

  @Override
  public void earn(long connectionId, long planId, SyncState state) {
    ao.executeInTransaction(
        () -> {
          ao.deleteWithSQL(
              AoSyncState.class,
              "CONNECTION_ID = ? AND PLAN_ID = ? AND STANDING = ?",
              connectionId,
              planId,
              false);
          deleteOldest(connectionId);
          AoSyncState row = ao.create(AoSyncState.class);
          row.setConnectionId(connectionId);
          row.setPlanId(planId);
          row.setStanding(false);
          write(row, state);
          row.save();
          return null;
        });
  }

  private void deleteOldest(long connectionId) {
    Query waiting =
        Query.select()
            .where("CONNECTION_ID = ? AND STANDING = ?", connectionId, false)
            .order("PLAN_ID DESC")
            .offset(MOST_WAITING)
            .limit(MOST_WAITING);
    ao.delete(ao.find(AoSyncState.class, waiting));
  }

  @Override
  public void settle(long connectionId, long planId, Pending pending) {
    ao.executeInTransaction(
        () -> {
          Optional<AoSyncState> standing = standingRow(connectionId);
          boolean later = standing.filter(row -> row.getPlanId() > planId).isPresent();
          Optional<AoSyncState> earned = row(connectionId, planId);
          if (!later && earned.isPresent()) {
            standing.filter(row -> row.getPlanId() != planId).ifPresent(ao::delete);
            AoSyncState row = earned.get();
            row.setStanding(true);
            write(row, pending(row).and(pending));
            row.save();
          }
          return null;
        });
  }

  @Override
  public void objectsBehind(long connectionId) {
    ao.executeInTransaction(
        () -> {
          standingRow(connectionId)
              .ifPresent(
                  row -> {
                    row.setObjectsBehind(true);
                    row.save();
                  });
          return null;
        });
  }

  @Override
  public void drop(long planId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoSyncState.class, "PLAN_ID = ? AND STANDING = ?", planId, false));
  }

  @Override
  public void forget(long connectionId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoSyncState.class, "CONNECTION_ID = ?", connectionId));
  }

  private Optional<AoSyncState> standingRow(long connectionId) {
    return first(
        ao.find(AoSyncState.class, "CONNECTION_ID = ? AND STANDING = ?", connectionId, true));
  }

  private Optional<AoSyncState> row(long connectionId, long planId) {
    return first(
        ao.find(AoSyncState.class, "CONNECTION_ID = ? AND PLAN_ID = ?", connectionId, planId));
  }

  private static Optional<AoSyncState> first(AoSyncState[] rows) {
    return Stream.of(rows).findFirst();
  }

  private void write(AoSyncState row, SyncState state) {
    row.setSettingsVersion(state.settingsVersion());
    row.setToken(state.token());
    row.setFullAt(state.fullAt().toEpochMilli());
    row.setIdScanAt(state.idScanAt().toEpochMilli());
    row.setOwnedUsers(state.ownedUsers());
    row.setOwnedMemberships(state.ownedMemberships());
    write(row, state.pending());
    row.setObjectsBehind(state.objectsBehind());
  }

  private void write(AoSyncState row, Pending pending) {
    row.setPendingUsers(json.write(pending.users()));
    row.setPendingGroups(json.write(pending.groups()));
    row.setPendingObjects(json.write(pending.objects()));
  }

  private Pending pending(AoSyncState row) {
    String objects = row.getPendingObjects();
    return new Pending(
        json.read(row.getPendingUsers(), IDS),
        json.read(row.getPendingGroups(), IDS),
        objects == null ? Map.of() : json.read(objects, BY_LIST));
  }

  private SyncState state(AoSyncState row) {
    return new SyncState(
        row.getSettingsVersion(),
        row.getToken(),
        Instant.ofEpochMilli(row.getFullAt()),
        Instant.ofEpochMilli(row.getIdScanAt()),
        row.getOwnedUsers(),
        row.getOwnedMemberships(),
        pending(row),
        Boolean.TRUE.equals(row.getObjectsBehind()));
  }
}
