package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.record.KnownProfiles;

/** Which attributes of profiles were seen, in the database: one row for each connection. */
public final class AoKnownProfiles implements KnownProfiles {
  private static final TypeReference<SeenProfiles> SEEN = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final JsonColumn json = new JsonColumn();

  public AoKnownProfiles(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public Optional<SeenProfiles> of(long connectionId) {
    return row(connectionId).map(row -> json.read(row.getSeen(), SEEN));
  }

  @Override
  public void store(long connectionId, SeenProfiles seen) {
    ao.executeInTransaction(
        () -> {
          AoSeenProfile row = row(connectionId).orElseGet(() -> ao.create(AoSeenProfile.class));
          row.setConnectionId(connectionId);
          row.setSeen(json.write(seen));
          row.save();
          return null;
        });
  }

  private Optional<AoSeenProfile> row(long connectionId) {
    return Stream.of(ao.find(AoSeenProfile.class, "CONNECTION_ID = ?", connectionId)).findFirst();
  }

  @Override
  public void forget(long connectionId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoSeenProfile.class, "CONNECTION_ID = ?", connectionId));
  }
}
