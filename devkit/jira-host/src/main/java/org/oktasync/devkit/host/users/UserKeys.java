package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.jira.user.UserKeyService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.devkit.host.data.Chunks;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * Jira's user keys, the methods of {@link UserKeyService} included. A key belongs to a lower-case
 * name and outlives every account of that name.
 */
final class UserKeys {

  private final Jdbc jdbc;
  private final Ids ids;
  private final Reading reading;

  UserKeys(Jdbc jdbc, Ids ids, Reading reading) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.reading = reading;
  }

  /**
   * A row of Jira's table of keys.
   *
   * @param id the id that Jira knows the person by
   * @param key the user key
   * @param name the lower-case name that it belongs to at present
   */
  record Key(long id, String key, String name) {}

  /** The key that a name holds, whether or not an account has it; null for none. */
  public String getKeyForUsername(String name) {
    return name == null ? null : keyOf(name).orElse(null);
  }

  Optional<String> keyOf(String name) {
    return Optional.ofNullable(keysOf(List.of(name)).get(IdentifierUtils.toLowerCase(name)))
        .map(Key::key);
  }

  /** The keys of those names that have one, by folded name. */
  Map<String, Key> keysOf(Collection<String> names) {
    Map<String, Key> found = new HashMap<>();
    for (List<String> chunk : Chunks.of(names)) {
      jdbc.query(
          "select id, user_key, lower_user_name from app_user where lower_user_name in "
              + Chunks.marks(chunk),
          row -> {
            Key key = new Key(row.getLong(1), row.getString(2), row.getString(3));
            return found.put(key.name(), key);
          },
          chunk.stream().map(IdentifierUtils::toLowerCase).toArray());
    }
    return found;
  }

  Optional<String> nameOf(String key) {
    return jdbc.first(
        "select lower_user_name from app_user where user_key = ?", row -> row.getString(1), key);
  }

  Optional<String> nameOfId(long id) {
    return jdbc.first(
        "select lower_user_name from app_user where id = ?", row -> row.getString(1), id);
  }

  /** Gives each name a key that has none; a name that already has one keeps it. */
  void ensure(Collection<String> names) {
    Set<String> missing = new LinkedHashSet<>(names.stream().map(this::folded).toList());
    missing.removeAll(keysOf(missing).keySet());
    if (missing.isEmpty()) {
      return;
    }
    long id = ids.block("app_user", missing.size());
    List<Object[]> rows = new ArrayList<>();
    for (String name : missing) {
      rows.add(new Object[] {id, newKey(id, name), name});
      id++;
    }
    jdbc.batch("insert into app_user (id, user_key, lower_user_name) values (?,?,?)", rows);
  }

  /** Moves the key of one name to another name, which must have none. */
  void rename(String oldName, String newName) {
    jdbc.update(
        "update app_user set lower_user_name = ? where lower_user_name = ?",
        folded(newName),
        folded(oldName));
  }

  /** Frees a name by moving its key to the first of name#1, name#2, ... that is free. */
  void evict(String name) {
    int number = 1;
    while (keyOf(name + '#' + number).isPresent()) {
      number++;
    }
    rename(name, name + '#' + number);
  }

  private String newKey(long id, String lowerName) {
    if (reading.strict()) {
      return "JIRAUSER" + id;
    }
    return nameOf(lowerName).isEmpty() ? lowerName : "ID" + id;
  }

  private String folded(String name) {
    return reading.fit(IdentifierUtils.toLowerCase(name));
  }
}
