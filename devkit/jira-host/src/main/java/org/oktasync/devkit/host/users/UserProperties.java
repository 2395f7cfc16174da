package org.oktasync.devkit.host.users;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.UserPropertyManager;
import com.opensymphony.module.propertyset.AbstractPropertySet;
import com.opensymphony.module.propertyset.PropertySet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.devkit.host.data.Ids;
import org.oktasync.devkit.host.data.Jdbc;

/**
 * The properties of users, by user key; texts alone. That a text has at most 255 characters the
 * real library sees to.
 */
final class UserProperties implements UserPropertyManager {
  /** The beginning of the keys that administrators see. */
  static final String VISIBLE = "jira.meta.";

  private static final String ENTITY = "ApplicationUser";

  private final Jdbc jdbc;
  private final Ids ids;

  UserProperties(Jdbc jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  @Override
  public PropertySet getPropertySet(ApplicationUser user) {
    return getPropertySetForUserKey(user.getKey());
  }

  @Override
  public PropertySet getPropertySetForUserKey(String userKey) {
    return jdbc.first(
            "select id from app_user where user_key = ?",
            row -> new OfUser(row.getLong(1)),
            userKey)
        .orElseThrow(() -> new IllegalArgumentException("No user has the key " + userKey));
  }

  /** What administrators see, by key without its beginning. */
  Map<String, String> visible(String userKey) {
    Map<String, String> values = new TreeMap<>();
    PropertySet set = getPropertySetForUserKey(userKey);
    for (Object key : set.getKeys(VISIBLE)) {
      values.put(((String) key).substring(VISIBLE.length()), set.getString((String) key));
    }
    return values;
  }

  /** The properties of one user. */
  private final class OfUser extends AbstractPropertySet {
    private final long user;

    OfUser(long user) {
      this.user = user;
    }

    @Override
    public boolean supportsType(int type) {
      return type == STRING;
    }

    @Override
    public Collection<String> getKeys(String prefix, int type) {
      return jdbc.query(
          "select property_key from propertyentry where entity_name = ? and entity_id = ?"
              + " and property_key like ? escape '!' order by property_key",
          row -> row.getString(1),
          ENTITY,
          user,
          prefix == null ? "%" : prefix.replaceAll("([%_!])", "!$1") + "%");
    }

    @Override
    public int getType(String key) {
      return exists(key) ? STRING : 0;
    }

    @Override
    public boolean exists(String key) {
      return entry(key).isPresent();
    }

    private Optional<Long> entry(String key) {
      return jdbc.first(
          "select id from propertyentry where entity_name = ? and entity_id = ?"
              + " and property_key = ?",
          row -> row.getLong(1),
          ENTITY,
          user,
          key);
    }

    @Override
    public void remove(String key) {
      entry(key)
          .ifPresent(
              id ->
                  jdbc.atomically(
                      () -> {
                        jdbc.update("delete from propertystring where id = ?", id);
                        jdbc.update("delete from propertyentry where id = ?", id);
                      }));
    }

    @Override
    protected void setImpl(int type, String key, Object value) {
      jdbc.atomically(
          () -> {
            remove(key);
            long id = ids.next("propertyentry");
            jdbc.update(
                "insert into propertyentry (id, entity_name, entity_id, property_key, propertytype)"
                    + " values (?,?,?,?,?)",
                id,
                ENTITY,
                user,
                key,
                type);
            jdbc.update("insert into propertystring (id, propertyvalue) values (?,?)", id, value);
          });
    }

    @Override
    protected Object get(int type, String key) {
      return entry(key)
          .flatMap(
              id ->
                  jdbc.first(
                      "select propertyvalue from propertystring where id = ?",
                      row -> row.getString(1),
                      id))
          .orElse(null);
    }
  }
}
