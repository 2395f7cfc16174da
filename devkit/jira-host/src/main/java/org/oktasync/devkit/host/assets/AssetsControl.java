package org.oktasync.devkit.host.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.devkit.host.assets.AssetsFaults.Armed;
import org.oktasync.devkit.host.assets.AssetsFaults.Kind;

/** The switchboard of faults as JSON, for tests from outside. */
public final class AssetsControl {
  private AssetsControl() {}

  /** Whether the app is in service, what is armed, and how often each call was made. */
  public static Map<String, Object> show(AssetsFaults faults) {
    List<Map<String, Object>> armed = faults.armed().stream().map(AssetsControl::json).toList();
    return Map.of("enabled", faults.isEnabled(), "faults", armed, "calls", faults.counts());
  }

  private static Map<String, Object> json(Armed fault) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", fault.kind());
    json.put("call", fault.call().pattern());
    json.put("skip", fault.skip());
    json.put("count", fault.left());
    json.put("value", fault.value());
    return json;
  }

  /**
   * Changes what the body names: {@code enabled}; {@code faults}, which replace those that are
   * armed; {@code calls} set to null forgets the counts.
   *
   * @throws IllegalArgumentException naming what is not understood
   */
  public static Map<String, Object> change(AssetsFaults faults, JsonNode body) {
    if (body.has("enabled")) {
      faults.setEnabled(body.get("enabled").asBoolean());
    }
    if (body.has("calls")) {
      faults.forgetCounts();
    }
    if (body.has("faults")) {
      faults.clear();
      for (JsonNode fault : body.get("faults")) {
        faults.arm(
            Kind.valueOf(fault.path("kind").asText()),
            fault.path("call").asText(AssetsFaults.WRITES),
            fault.path("skip").asInt(0),
            fault.path("count").asInt(1),
            fault.path("value").asLong(0));
      }
    }
    return show(faults);
  }
}
