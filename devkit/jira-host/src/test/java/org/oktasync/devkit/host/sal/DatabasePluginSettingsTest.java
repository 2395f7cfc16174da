package org.oktasync.devkit.host.sal;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertThrows;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.oktasync.devkit.host.MemoryDatabase;

public class DatabasePluginSettingsTest {
  @Rule public final MemoryDatabase database = new MemoryDatabase();
  private PluginSettings settings;

  @Before
  public void open() {
    settings = new DatabasePluginSettings(database.jdbc()).createSettingsForKey("mine");
  }

  @Test
  public void keepsTheFourTypes() {
    Properties properties = new Properties();
    properties.setProperty("a", "b");
    for (Object value : List.of("text", List.of("a", "b"), Map.of("k", "v"), properties)) {
      settings.put("key", value);
      assertThat(settings.get("key"), is(value));
    }
  }

  @Test
  public void putAndRemoveAnswerThePreviousValue() {
    assertThat(settings.put("key", "one"), is(nullValue()));
    assertThat(settings.put("key", "two"), is("one"));
    assertThat(settings.remove("key"), is("two"));
    assertThat(settings.get("key"), is(nullValue()));
  }

  @Test
  public void namespacesAreApart() {
    settings.put("key", "mine");
    DatabasePluginSettings factory = new DatabasePluginSettings(database.jdbc());
    assertThat(factory.createGlobalSettings().get("key"), is(nullValue()));
    assertThat(factory.createSettingsForKey("mine").get("key"), is("mine"));
  }

  @Test
  public void otherTypesAndLongKeysAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> settings.put("key", 1));
    assertThrows(IllegalArgumentException.class, () -> settings.put("key", List.of(1)));
    assertThrows(IllegalArgumentException.class, () -> settings.put("k".repeat(256), "v"));
  }
}
