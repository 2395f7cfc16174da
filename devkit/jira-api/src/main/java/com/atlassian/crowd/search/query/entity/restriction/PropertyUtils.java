package com.atlassian.crowd.search.query.entity.restriction;

/** Names properties of the common types. */
public class PropertyUtils {
  public PropertyUtils() {}

  public static Property<String> ofTypeString(String name) {
    return new Named<>(name, String.class);
  }

  @SuppressWarnings("rawtypes")
  public static Property<Enum> ofTypeEnum(String name) {
    return new Named<>(name, Enum.class);
  }

  public static Property<Boolean> ofTypeBoolean(String name) {
    return new Named<>(name, Boolean.class);
  }

  private record Named<V>(String getPropertyName, Class<V> getPropertyType)
      implements Property<V> {}
}
