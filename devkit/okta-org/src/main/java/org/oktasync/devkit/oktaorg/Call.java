package org.oktasync.devkit.oktaorg;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param method HTTP method
 * @param path path as sent, still encoded
 * @param rawQuery query as sent, "" for none
 * @param base scheme, host and port that the client used
 * @param headers first values by lower-case name
 * @param body the body as text, "" for none
 */
record Call(
    String method,
    String path,
    String rawQuery,
    String base,
    Map<String, String> headers,
    String body) {

  /** The decoded parameters; of a repeated one the last counts. */
  Map<String, String> query() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** The same call to another path. */
  Call at(String otherPath) {
    return new Call(method, otherPath, rawQuery, base, headers, body);
  }

  /** A parameter, or null. */
  String parameter(String name) {
    return query().get(name);
  }

  boolean flag(String name, boolean standard) {
    return Boolean.parseBoolean(query().getOrDefault(name, String.valueOf(standard)));
  }

  /** The path's parts, decoded; "/api/v1/users" has three. */
  List<String> segments() {
    return Arrays.stream(path.substring(1).split("/", -1))
        .map(part -> decode(part.replace("+", "%2B")))
        .toList();
  }

  /** A header's value, "" if it is absent. */
  String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** The object under {@code profile} in the body. */
  Map<String, Object> profile() {
    if (Json.object(body).get("profile") instanceof Map<?, ?> profile) {
      Map<String, Object> copy = new LinkedHashMap<>();
      profile.forEach((name, value) -> copy.put(name.toString(), value));
      return copy;
    }
    throw OktaError.invalid("profile", "The field cannot be left blank");
  }

  /** This call's address with some parameters put in place, or left out where null. */
  String address(Map<String, String> changes) {
    Map<String, String> parameters = new LinkedHashMap<>(query());
    parameters.putAll(changes);
    parameters.values().removeIf(Objects::isNull);
    return base
        + path
        + parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OktaError.invalid("address", "Not a percent-encoded text: " + text);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
