package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of Assets' REST interface.
 *
 * @param method the HTTP method
 * @param path below the interface's root, its parts encoded, without a slash at the beginning
 * @param query by name, not encoded
 * @param body null for none
 */
record AssetsRequest(String method, String path, Map<String, String> query, JsonNode body) {
  AssetsRequest {
    query = new LinkedHashMap<>(query);
  }

  static AssetsRequest get(String path) {
    return new AssetsRequest("GET", path, Map.of(), null);
  }

  static AssetsRequest post(String path, JsonNode body) {
    return new AssetsRequest("POST", path, Map.of(), body);
  }

  static AssetsRequest put(String path, JsonNode body) {
    return new AssetsRequest("PUT", path, Map.of(), body);
  }

  static AssetsRequest delete(String path) {
    return new AssetsRequest("DELETE", path, Map.of(), null);
  }

  /** The same with one more parameter. */
  AssetsRequest with(String name, Object value) {
    AssetsRequest more = new AssetsRequest(method, path, query, body);
    more.query.put(name, String.valueOf(value));
    return more;
  }

  /** One part of a path. */
  static String part(String text) {
    return encoded(text);
  }

  /** Path and query as they are sent. */
  String target() {
    StringBuilder target = new StringBuilder(path);
    char before = '?';
    for (var parameter : query.entrySet()) {
      target.append(before).append(parameter.getKey()).append('=');
      target.append(encoded(parameter.getValue()));
      before = '&';
    }
    return target.toString();
  }

  /** Assets changes nothing by a request that only reads. */
  boolean reads() {
    return method.equals("GET");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
