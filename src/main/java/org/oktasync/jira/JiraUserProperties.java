package org.oktasync.jira;

import com.atlassian.jira.user.UserPropertyManager;
import com.opensymphony.module.propertyset.PropertySet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The properties that administrators see and edit on the page of a user: Jira shows those whose key
 * begins with {@code jira.meta.}. Its column holds 255 characters, and a longer text is refused.
 */
public final class JiraUserProperties implements UserProperties {
  private static final String VISIBLE = "jira.meta.";

  private final UserPropertyManager properties;

  public JiraUserProperties(UserPropertyManager properties) {
    this.properties = properties;
  }

  @Override
  public Map<String, String> read(String userKey, Set<String> keys) {
    return JiraCalls.ask(
        userKey,
        () -> {
          PropertySet set = properties.getPropertySetForUserKey(userKey);
          Map<String, String> values = new HashMap<>();
          keys.forEach(key -> values.put(key, text(set, VISIBLE + key)));
          return values;
        });
  }

  /** Somebody else may have stored something that is no text under this key. */
  private static String text(PropertySet set, String key) {
    boolean isText = set.exists(key) && set.getType(key) == PropertySet.STRING;
    String value = isText ? set.getString(key) : null;
    return value == null ? "" : value;
  }

  @Override
  public void write(String userKey, Map<String, String> values) {
    JiraCalls.order(
        userKey,
        () -> {
          PropertySet set = properties.getPropertySetForUserKey(userKey);
          values.forEach((key, value) -> write(set, VISIBLE + key, value));
        });
  }

  private static void write(PropertySet set, String key, String value) {
    boolean otherType = set.exists(key) && set.getType(key) != PropertySet.STRING;
    if (set.exists(key) && (value.isEmpty() || otherType)) {
      set.remove(key);
    }
    if (!value.isEmpty()) {
      set.setString(key, value);
    }
  }
}
