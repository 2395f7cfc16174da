package org.oktasync.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Settings in which nothing is left out, so that the type of every field can be told: each list of
 * objects has one, all of whose fields are filled.
 */
public final class SettingsPattern {
  private static final StepSettings STEP =
      new StepSettings(
          "t", "t", "t", "t", List.of("t"), List.of(new StepSettings.Row("t", "t")), "t", "t", "t");

  private SettingsPattern() {}

  /** The settings as JSON. */
  public static JsonNode json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode pattern = mapper.valueToTree(ConnectionSettings.defaults());
    pattern
        .withObject("/leavers")
        .putArray("byStatus")
        .addObject()
        .put("status", "t")
        .put("policy", "t");
    ObjectNode groups = pattern.withObject("/groups");
    groups.putArray("rename").add(mapper.<JsonNode>valueToTree(STEP));
    groups.putArray("map").add(mapper.<JsonNode>valueToTree(new GroupSettings.Row("t", "t", true)));
    ObjectNode mapping = pattern.withObject("/mapping");
    mapping.put("username", "t").put("email", "t").put("displayName", "t");
    mapping.putArray("attributes").add(attribute(mapper));
    return pattern;
  }

  private static JsonNode attribute(ObjectMapper mapper) {
    return mapper.valueToTree(new AttributeSettings("t", "t", "t", "t", List.of(STEP), "t"));
  }
}
