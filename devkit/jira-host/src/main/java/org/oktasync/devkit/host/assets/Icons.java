package org.oktasync.devkit.host.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The icons that every Assets has. */
final class Icons {
  private static final List<String> NAMES =
      List.of(
          "Object",
          "User",
          "Users",
          "Role",
          "Software",
          "Laptop",
          "Phone",
          "Server",
          "Network",
          "Key",
          "Lock",
          "Company",
          "Location",
          "Document",
          "Service");

  private Icons() {}

  static boolean exists(int id) {
    return id >= 1 && id <= NAMES.size();
  }

  static List<Map<String, Object>> all(String base) {
    return IntStream.rangeClosed(1, NAMES.size()).mapToObj(id -> json(id, base)).toList();
  }

  static Map<String, Object> json(int id, String base) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", NAMES.get(id - 1));
    for (int size : new int[] {16, 48}) {
      json.put("url" + size, base + AssetsRest.PREFIX + "/icon/" + id + "/icon.png?size=" + size);
    }
    return json;
  }
}
