package com.atlassian.crowd.model.user;

import com.atlassian.crowd.embedded.api.Attributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A user's record with attributes. */
public class UserTemplateWithAttributes extends UserTemplate implements UserWithAttributes {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Set<String>> attributes = new HashMap<>();

  public UserTemplateWithAttributes(String name, long directoryId) {
    super(name, directoryId);
  }

  public UserTemplateWithAttributes(UserWithAttributes user) {
    super(user);
    copyFrom(user);
  }

  public UserTemplateWithAttributes(com.atlassian.crowd.embedded.api.UserWithAttributes user) {
    super(user);
    copyFrom(user);
  }

  protected UserTemplateWithAttributes(User user) {
    super(user);
  }

  protected UserTemplateWithAttributes(com.atlassian.crowd.embedded.api.User user) {
    super(user);
  }

  public static UserTemplateWithAttributes toUserWithNoAttributes(User user) {
    return new UserTemplateWithAttributes(user);
  }

  public static UserTemplateWithAttributes toUserWithNoAttributes(
      com.atlassian.crowd.embedded.api.User user) {
    return new UserTemplateWithAttributes(user);
  }

  public Map<String, Set<String>> getAttributes() {
    return attributes;
  }

  @Override
  public Set<String> getValues(String key) {
    return attributes.get(key);
  }

  @Override
  public String getValue(String key) {
    Set<String> values = attributes.get(key);
    return values == null || values.isEmpty() ? null : values.iterator().next();
  }

  @Override
  public Set<String> getKeys() {
    return attributes.keySet();
  }

  @Override
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  public void setAttribute(String key, String value) {
    attributes.put(key, Set.of(value));
  }

  public void setAttribute(String key, Set<String> values) {
    attributes.put(key, Set.copyOf(values));
  }

  public void removeAttribute(String key) {
    attributes.remove(key);
  }

  private void copyFrom(Attributes source) {
    source.getKeys().forEach(key -> attributes.put(key, Set.copyOf(source.getValues(key))));
  }
}
