package org.oktasync.run.settings;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.oktasync.config.Connection;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.SettingsJson;
import org.oktasync.fakes.InMemorySettings;
import org.oktasync.model.Message;

/** Two connections that fill one type of one schema are told of each other. */
public class SharedSchemasTest {
  private static final String GROUPS = "Groups:\\nkey:id=ID\\nconfig:data_source=/api/v1/groups\\n";

  private final InMemorySettings settings = new InMemorySettings();

  private Connection add(String name, String assets) {
    String json = "{\"name\":\"%s\",\"assets\":{%s}}".formatted(name, assets);
    return settings.add(Connection.unsaved(new SettingsJson().read(json)));
  }

  private static String filling(String schema, String mapping) {
    String json = "\"enabled\":true,\"schemaId\":\"%s\",\"mapping\":\"%s\"";
    return json.formatted(schema, mapping);
  }

  private Optional<Message> told(Connection connection) {
    return SharedSchemas.problem(connection, settings.connections()).map(FieldProblem::message);
  }

  @Test
  public void whoFillsTheSameTypeIsNamed() {
    Connection one = add("One", filling("7", "key:id=ID\\n" + GROUPS));
    Connection two = add("Two", filling("7", GROUPS.replace("Groups", "GROUPS")));
    assertEquals(Optional.of(Message.of("assets-schema-shared", "Two", "Groups")), told(one));
    assertEquals(Optional.of(Message.of("assets-schema-shared", "One", "GROUPS")), told(two));
    assertEquals(
        "assets.schemaId", SharedSchemas.problem(two, settings.connections()).get().field());
  }

  @Test
  public void otherTypes_otherSchemas_otherSites_andWhoWritesNothingAreNoProblem() {
    Connection one = add("One", filling("7", GROUPS));
    add("People", filling("7", "key:id=ID\\n"));
    add("Schema", filling("8", GROUPS));
    add("Site", "\"site\":\"external\",\"url\":\"https://x.example\"," + filling("7", GROUPS));
    add("Off", filling("7", GROUPS).replace("true", "false"));
    add("Left out", filling("7", GROUPS) + ",\"types\":{\"groups\":{\"on\":false}}");
    for (Connection each : List.copyOf(settings.connections())) {
      assertEquals(each.settings().name(), Optional.empty(), told(each));
    }
    assertEquals(Optional.empty(), told(add("No schema", filling("", GROUPS))));
    assertEquals(Optional.empty(), told(one));
  }
}
