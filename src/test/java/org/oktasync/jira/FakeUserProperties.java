package org.oktasync.jira;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Properties of users in memory; one that is too long is refused, as by Jira. */
final class FakeUserProperties implements UserProperties {
  private final Map<String, Map<String, String>> byUser = new HashMap<>();
  int writes;

  @Override
  public Map<String, String> read(String userKey, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    keys.forEach(key -> values.put(key, of(userKey).getOrDefault(key, "")));
    return values;
  }

  @Override
  public void write(String userKey, Map<String, String> values) {
    if (values.values().stream().anyMatch(value -> value.length() > WIDTH)) {
      throw new IllegalArgumentException("String exceeds 255 characters.");
    }
    of(userKey).putAll(values);
    writes++;
  }

  private Map<String, String> of(String userKey) {
    return byUser.computeIfAbsent(userKey, key -> new HashMap<>());
  }
}
