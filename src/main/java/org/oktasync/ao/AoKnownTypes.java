package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oktasync.model.assets.KnownType;
import org.oktasync.record.KnownTypes;

/**
 * What types are called, in the database: one row for each schema of a connection, and one that
 * says in which of them its links lead to objects.
 */
public final class AoKnownTypes implements KnownTypes {
  private static final TypeReference<List<KnownType>> TYPES = new TypeReference<>() {};
  private static final TypeReference<String> PLACE = new TypeReference<>() {};

  /** No schema is called so: the row that says where links lead. */
  private static final String LINKS = "links";

  private final ActiveObjects ao;
  private final JsonColumn json = new JsonColumn();

  public AoKnownTypes(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public List<KnownType> of(long connectionId, String schema) {
    return row(connectionId, schema).map(row -> json.read(row.getTypes(), TYPES)).orElse(List.of());
  }

  @Override
  public void store(long connectionId, String schema, List<KnownType> types) {
    store(connectionId, schema, json.write(types));
  }

  private void store(long connectionId, String schema, String text) {
    ao.executeInTransaction(
        () -> {
          AoKnownSchema row =
              row(connectionId, schema).orElseGet(() -> ao.create(AoKnownSchema.class));
          row.setConnectionId(connectionId);
          row.setSchemaPlace(schema);
          row.setTypes(text);
          row.save();
          return null;
        });
  }

  @Override
  public String linked(long connectionId) {
    return row(connectionId, LINKS).map(row -> json.read(row.getTypes(), PLACE)).orElse("");
  }

  @Override
  public void link(long connectionId, String schema) {
    store(connectionId, LINKS, json.write(schema));
  }

  /** A connection has had few schemas: they are told apart here. */
  private Optional<AoKnownSchema> row(long connectionId, String schema) {
    return Stream.of(ao.find(AoKnownSchema.class, "CONNECTION_ID = ?", connectionId))
        .filter(row -> schema.equals(row.getSchemaPlace()))
        .findFirst();
  }

  @Override
  public void forget(long connectionId) {
    ao.executeInTransaction(
        () -> ao.deleteWithSQL(AoKnownSchema.class, "CONNECTION_ID = ?", connectionId));
  }
}
