package org.oktasync.devkit.oktaorg;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;

/** The words that the generated company is made of, read from {@code company.properties}. */
final class NamePool {
  /** A personal name as it is shown, and its plain form for logins. */
  record Name(String shown, String handle) {}

  private final Properties words = new Properties();
  private final Map<String, List<String>> lists = new HashMap<>();

  NamePool() {
    try {
      words.load(new StringReader(Json.text("company.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read company.properties", e);
    }
  }

  String one(String key) {
    return words.getProperty(key);
  }

  List<String> all(String key) {
    return lists.computeIfAbsent(key, missing -> List.of(one(missing).split(",", -1)));
  }

  String any(String key, Random random) {
    List<String> all = all(key);
    return all.get(random.nextInt(all.size()));
  }

  Name anyName(String key, Random random) {
    String[] parts = any(key, random).split(":", 2);
    return new Name(parts[0], parts[1]);
  }
}
