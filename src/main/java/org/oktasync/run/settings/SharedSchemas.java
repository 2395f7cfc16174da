package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.FieldProblem;
import org.oktasync.run.rules.ObjectLists;

/**
 * Connections that fill one object type of one schema. That is fine while they mean different
 * objects; of one that both mean, each writes anew what the other wrote.
 */
final class SharedSchemas {
  private SharedSchemas() {}

  /**
   * Who else fills types that a connection fills.
   *
   * @param all all connections, this one among them
   * @return for a person; empty when nobody does
   */
  static Optional<FieldProblem> problem(Connection connection, List<Connection> all) {
    AssetsSettings mine = connection.settings().assets();
    List<String> others = new ArrayList<>();
    Set<String> shared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Connection other : all) {
      if (other.id() != connection.id() && isOnePlace(mine, other.settings().assets())) {
        Set<String> common = ObjectLists.of(mine).types();
        common.retainAll(ObjectLists.of(other.settings().assets()).types());
        if (!common.isEmpty()) {
          others.add(other.settings().name());
          shared.addAll(common);
        }
      }
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FieldProblem.of(
                "assets.schemaId",
                "assets-schema-shared",
                String.join(", ", others),
                String.join(", ", shared)));
  }

  private static boolean isOnePlace(AssetsSettings one, AssetsSettings other) {
    return one.enabled()
        && other.enabled()
        && !one.schemaId().isEmpty()
        && one.schemaId().equals(other.schemaId())
        && site(one).equals(site(other));
  }

  private static String site(AssetsSettings settings) {
    return settings.isExternal() ? settings.url() : "";
  }
}
