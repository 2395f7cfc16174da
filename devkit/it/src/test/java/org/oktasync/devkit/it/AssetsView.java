package org.oktasync.devkit.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Assets itself says, by its own REST calls, without the add-on's word. */
final class AssetsView {
  private static final int PAGE = 100;

  private final Rest rest;

  AssetsView(Rest rest) {
    this.rest = rest;
  }

  /**
   * An object.
   *
   * @param attributes texts by the name of the attribute
   */
  record Found(Map<String, Set<String>> attributes) {
    Set<String> values(String attribute) {
      return attributes.getOrDefault(attribute, Set.of());
    }
  }

  long count(String type) {
    return page(type, 1).path("totalFilterCount").asLong();
  }

  /** All objects of a type by the value of one attribute; two of one value are an error. */
  Map<String, Found> all(String type, String key) {
    Map<String, Found> all = new TreeMap<>();
    long total = count(type);
    for (int number = 1; (number - 1) * PAGE < total; number++) {
      JsonNode page = page(type, number);
      Map<Integer, String> names = names(page);
      for (JsonNode entry : page.path("objectEntries")) {
        Found found = found(entry, names);
        for (String value : found.values(key)) {
          if (all.put(value, found) != null) {
            throw new AssertionError("two objects of type " + type + " have the key " + value);
          }
        }
      }
    }
    return all;
  }

  private JsonNode page(String type, int number) {
    String aql = URLEncoder.encode("objectType = \"" + type + "\"", StandardCharsets.UTF_8);
    String path =
        "/rest/assets/1.0/aql/objects?qlQuery=%s&page=%d&resultPerPage=%d"
            + "&includeAttributes=true&includeAttributesDeep=1&includeTypeAttributes=true";
    return rest.call("GET", path.formatted(aql, number, PAGE), null).expect(200);
  }

  private static Map<Integer, String> names(JsonNode page) {
    Map<Integer, String> names = new TreeMap<>();
    page.path("objectTypeAttributes")
        .forEach(one -> names.put(one.path("id").asInt(), one.path("name").asText()));
    return names;
  }

  private static Found found(JsonNode entry, Map<Integer, String> names) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (JsonNode attribute : entry.path("attributes")) {
      Set<String> texts = new TreeSet<>();
      attribute
          .path("objectAttributeValues")
          .forEach(value -> texts.add(value.path("displayValue").asText()));
      values.put(names.get(attribute.path("objectTypeAttributeId").asInt()), texts);
    }
    return new Found(values);
  }
}
