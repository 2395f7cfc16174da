package org.oktasync.rows;

import java.util.Optional;
import org.oktasync.model.AccountName;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** The links of one kind, found by the id in the source and by the name in Jira. For one thread. */
public final class LinkRows {
  private final KeyedRows<Link> rows;
  private final NumberIndex byName = new NumberIndex();

  /**
   * @param store where the rows are kept
   */
  public LinkRows(RowStore store, long connectionId, EntityKind kind) {
    rows = store.open("links", new LinkFormat(connectionId, kind));
  }

  /** Adds a link, or replaces the one of the same source object. */
  public void put(Link link) {
    int number = rows.put(link);
    String key = nameKey(link.name());
    byName.put(key, number, other -> isNamed(other, key));
  }

  private boolean isNamed(int number, String key) {
    return nameKey(rows.at(number).name()).equals(key);
  }

  private static String nameKey(String name) {
    return new AccountName(name).key();
  }

  /** The link of a source object. */
  public Optional<Link> find(ExternalId id) {
    return rows.find(id.value());
  }

  /** The link that has an account or group of this name, upper or lower case alike. */
  public Optional<Link> named(String name) {
    String key = nameKey(name);
    int number = byName.find(key, other -> isNamed(other, key));
    return number == KeyedRows.NONE ? Optional.empty() : Optional.of(rows.at(number));
  }
}
