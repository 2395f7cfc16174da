package org.oktasync.devkit.host.sal;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.oktasync.devkit.host.data.Jdbc;

/** Small settings of add-ons, one row each. */
public final class DatabasePluginSettings implements PluginSettingsFactory {
  private static final int KEY_LENGTH = 255;
  private static final List<Class<?>> TYPES =
      List.of(String.class, Properties.class, List.class, Map.class);

  private final Jdbc jdbc;
  private final ObjectMapper json = new ObjectMapper();

  /** Creates the table when absent. */
  public DatabasePluginSettings(Jdbc jdbc) {
    this.jdbc = jdbc;
    jdbc.update(
        "create table if not exists pluginsettings (namespace varchar(255) not null,"
            + " setting varchar(255) not null, type varchar(20) not null,"
            + " content varchar(1000000) not null, primary key (namespace, setting))");
  }

  @Override
  public PluginSettings createGlobalSettings() {
    return new Namespace("jira.properties");
  }

  @Override
  public PluginSettings createSettingsForKey(String key) {
    return key == null ? createGlobalSettings() : new Namespace(key);
  }

  private final class Namespace implements PluginSettings {
    private final String name;

    Namespace(String name) {
      this.name = name;
    }

    @Override
    public Object get(String key) {
      checkKey(key);
      return jdbc
          .query(
              "select type, content from pluginsettings where namespace = ? and setting = ?",
              row -> parse(row.getString(1), row.getString(2)),
              name,
              key)
          .stream()
          .findFirst()
          .orElse(null);
    }

    @Override
    public Object put(String key, Object value) {
      Object previous = remove(key);
      if (value != null) {
        jdbc.update(
            "insert into pluginsettings values (?, ?, ?, ?)",
            name,
            key,
            typeOf(value).getSimpleName(),
            write(value));
      }
      return previous;
    }

    @Override
    public Object remove(String key) {
      Object previous = get(key);
      jdbc.update("delete from pluginsettings where namespace = ? and setting = ?", name, key);
      return previous;
    }
  }

  private static void checkKey(String key) {
    if (key == null || key.length() > KEY_LENGTH) {
      throw new IllegalArgumentException("A setting's key has at most 255 characters: " + key);
    }
  }

  private static Class<?> typeOf(Object value) {
    Stream<?> texts =
        value instanceof Map<?, ?> map
            ? Stream.concat(map.keySet().stream(), map.values().stream())
            : value instanceof List<?> list ? list.stream() : Stream.of(value);
    boolean textsOnly = texts.allMatch(String.class::isInstance);
    if (!textsOnly) {
      throw new IllegalArgumentException(
          "A setting is a String, a list or map of Strings, or Properties; not "
              + value.getClass().getName());
    }
    return TYPES.stream().filter(type -> type.isInstance(value)).findFirst().orElseThrow();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot store the setting", e);
    }
  }

  private Object parse(String type, String content) {
    Class<?> target =
        TYPES.stream().filter(t -> t.getSimpleName().equals(type)).findFirst().orElseThrow();
    try {
      return json.readValue(content, target);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable setting of type " + type, e);
    }
  }
}
