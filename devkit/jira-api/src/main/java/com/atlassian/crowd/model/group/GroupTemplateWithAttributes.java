package com.atlassian.crowd.model.group;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A group's record with attributes. */
public class GroupTemplateWithAttributes extends GroupTemplate implements GroupWithAttributes {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Set<String>> attributes = new HashMap<>();

  public GroupTemplateWithAttributes(String name, long directoryId, GroupType type) {
    super(name, directoryId, type);
  }

  public GroupTemplateWithAttributes(GroupWithAttributes group) {
    super(group);
    group.getKeys().forEach(key -> attributes.put(key, Set.copyOf(group.getValues(key))));
  }

  private GroupTemplateWithAttributes(Group group) {
    super(group);
  }

  public static GroupTemplateWithAttributes ofGroupWithNoAttributes(Group group) {
    return new GroupTemplateWithAttributes(group);
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
}
