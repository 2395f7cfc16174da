package org.oktasync.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The stored and shown text form of settings: JSON with the names of the REST interface. */
public final class SettingsJson {
  private final ObjectMapper mapper =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /** The settings as one JSON object. */
  public String write(ConnectionSettings settings) {
    return mapper.valueToTree(settings).toString();
  }

  /**
   * Settings from a JSON object. What the object leaves out, down to single fields, keeps its
   * default; so settings stored by an earlier version of the product gain the defaults of new ones.
   *
   * @throws IllegalArgumentException when the text is no JSON object or a value has a wrong type
   */
  public ConnectionSettings read(String json) {
    return read(json, ConnectionSettings.defaults());
  }

  /** As {@link #read(String)}; what the object leaves out keeps the value of {@code base}. */
  public ConnectionSettings read(String json, ConnectionSettings base) {
    try {
      JsonNode merged = SettingsMerge.merge(mapper.valueToTree(base), mapper.readTree(json));
      return mapper.treeToValue(merged, ConnectionSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("unreadable settings: " + e.getOriginalMessage(), e);
    }
  }
}
