package org.oktasync.devkit.host.assets;

import java.util.Collection;
import java.util.List;
import org.oktasync.devkit.host.assets.Entry.Level;
import org.oktasync.devkit.host.assets.Entry.Schema;
import org.oktasync.devkit.host.security.Accounts;

/**
 * Who asks.
 *
 * @param admin whether Jira's administrator; that alone opens no schema
 */
record Caller(String name, String key, Collection<String> groups, boolean admin) {

  static Caller of(Accounts accounts, String name) {
    return new Caller(
        name,
        accounts.byName(name).getKey(),
        List.copyOf(accounts.groupsOf(name)),
        accounts.isAdmin(name));
  }

  boolean may(Catalog catalog, int schemaId, Level level) {
    return catalog.allows(schemaId, level, key, groups);
  }

  /** The schemas that the caller may see. */
  List<Schema> schemas(Catalog catalog) {
    return catalog.all(Schema.class).stream()
        .filter(schema -> may(catalog, schema.id(), Level.USER))
        .toList();
  }
}
