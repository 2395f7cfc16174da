package org.oktasync.run.assets;

import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.SourceValue;

/** What a section holds of a device: its id and profile, labelled by its name for people. */
final class DeviceOfPerson {
  private DeviceOfPerson() {}

  /**
   * @param device as the source describes it
   */
  static SourceValue.Fields of(SourceValue.Fields device) {
    Map<String, SourceValue> kept = new HashMap<>();
    keep("id", device.values().get("id"), kept);
    SourceValue profile = device.values().get("profile");
    keep("profile", profile, kept);
    if (profile instanceof SourceValue.Fields fields) {
      keep("label", fields.values().get("displayName"), kept);
    }
    return new SourceValue.Fields(kept);
  }

  private static void keep(String name, SourceValue value, Map<String, SourceValue> kept) {
    if (value != null) {
      kept.put(name, value);
    }
  }
}
