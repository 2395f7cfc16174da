package org.oktasync.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.java.ao.ActiveObjectsException;
import org.oktasync.config.ProductSettings;
import org.oktasync.config.ProductSettingsStore;
import org.oktasync.config.RetentionSettings;
import org.oktasync.config.SettingsStore;

/** The settings of the whole product in the database, in one row that the first change makes. */
public final class AoProductSettingsStore implements ProductSettingsStore {
  private static final String NAME = "product";
  private static final TypeReference<Stored> STORED = new TypeReference<>() {};

  private final ActiveObjects ao;
  private final Clock clock;
  private final JsonColumn json = new JsonColumn();

  public AoProductSettingsStore(ActiveObjects ao, Clock clock) {
    this.ao = ao;
    this.clock = clock;
  }

  /** What stands in the row; a part that an earlier version did not know is null. */
  private record Stored(RetentionSettings retention) {}

  @Override
  public ProductSettings read() {
    return row().map(this::settings).orElse(ProductSettings.DEFAULTS);
  }

  @Override
  public ProductSettings update(ProductSettings changed) {
    try {
      return row().isPresent() ? change(changed) : add(changed);
    } catch (ActiveObjectsException e) {
      if (read().version() == changed.version()) {
        throw e;
      }
      // Another node made the row first.
      throw new SettingsStore.StaleVersionException(changed.version());
    }
  }

  private ProductSettings add(ProductSettings first) {
    require(first.version() == 0, first);
    return ao.executeInTransaction(
        () -> {
          AoProductSettings row = ao.create(AoProductSettings.class, Map.of("NAME", NAME));
          return write(row, first);
        });
  }

  /** The row is read after a first write has locked it, so that no node changes it in between. */
  private ProductSettings change(ProductSettings changed) {
    return ao.executeInTransaction(
        () -> {
          AoProductSettings touched = row().orElseThrow();
          touched.setTouchedAt(clock.millis());
          touched.save();
          AoProductSettings row = row().orElseThrow();
          require(row.getRevision() == changed.version(), changed);
          return write(row, changed);
        });
  }

  private static void require(boolean present, ProductSettings changed) {
    if (!present) {
      throw new SettingsStore.StaleVersionException(changed.version());
    }
  }

  private ProductSettings write(AoProductSettings row, ProductSettings settings) {
    row.setRevision(settings.version() + 1);
    row.setSettings(json.write(new Stored(settings.retention())));
    row.save();
    return settings(row);
  }

  private Optional<AoProductSettings> row() {
    return Stream.of(ao.find(AoProductSettings.class, "NAME = ?", NAME)).findFirst();
  }

  private ProductSettings settings(AoProductSettings row) {
    Stored stored = json.read(row.getSettings(), STORED);
    RetentionSettings retention =
        stored.retention() == null ? RetentionSettings.DEFAULTS : stored.retention();
    return new ProductSettings(row.getRevision(), retention);
  }
}
