package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/** The attributes of accounts: names with sets of values, in the order in which they were set. */
final class AttributeTable {

  private final Jdbc jdbc;
  private final Ids ids;
  private final Reading reading;

  AttributeTable(Jdbc jdbc, Ids ids, Reading reading) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.reading = reading;
  }

  Map<String, Set<String>> of(long userId) {
    Map<String, Set<String>> attributes = new LinkedHashMap<>();
    jdbc.query(
        "select attribute_name, attribute_value from cwd_user_attributes where user_id = ?"
            + " order by id",
        row ->
            attributes
                .computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>())
                .add(row.getString(2)),
        userId);
    return attributes;
  }

  /** Replaces the values of the named attributes; an attribute without values is removed. */
  void store(long directoryId, long userId, Map<String, Set<String>> attributes) {
    jdbc.atomically(
        () -> {
          attributes.keySet().forEach(name -> remove(userId, name));
          List<Object[]> rows = rows(directoryId, userId, attributes);
          jdbc.batch(
              "insert into cwd_user_attributes (id, user_id, directory_id, attribute_name,"
                  + " attribute_value, lower_attribute_value) values (?,?,?,?,?,?)",
              rows);
        });
  }

  void remove(long userId, String name) {
    jdbc.update(
        "delete from cwd_user_attributes where user_id = ? and attribute_name = ?", userId, name);
  }

  private List<Object[]> rows(long directoryId, long userId, Map<String, Set<String>> attributes) {
    List<Object[]> rows = new ArrayList<>();
    attributes.forEach(
        (name, values) ->
            values.stream()
                .filter(value -> value != null && !value.isEmpty())
                .map(reading::fit)
                .forEach(
                    value ->
                        rows.add(
                            new Object[] {
                              null,
                              userId,
                              directoryId,
                              name,
                              value,
                              reading.fit(IdentifierUtils.toLowerCase(value))
                            })));
    long id = ids.block("cwd_user_attributes", rows.size());
    for (Object[] row : rows) {
      row[0] = id++;
    }
    return rows;
  }
}
