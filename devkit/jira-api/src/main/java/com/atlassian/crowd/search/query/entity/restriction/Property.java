package com.atlassian.crowd.search.query.entity.restriction;

/** A searchable property and the type of its values. */
public interface Property<V> {
  String getPropertyName();

  Class<V> getPropertyType();
}
