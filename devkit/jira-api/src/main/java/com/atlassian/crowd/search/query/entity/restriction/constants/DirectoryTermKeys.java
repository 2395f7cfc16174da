package com.atlassian.crowd.search.query.entity.restriction.constants;

import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;

/** Searchable properties of directories. */
public class DirectoryTermKeys {
  public static final Property<String> NAME = PropertyUtils.ofTypeString("name");
  public static final Property<Boolean> ACTIVE = PropertyUtils.ofTypeBoolean("active");

  @SuppressWarnings("rawtypes")
  public static final Property<Enum> TYPE = PropertyUtils.ofTypeEnum("type");

  public static final Property<String> IMPLEMENTATION_CLASS =
      PropertyUtils.ofTypeString("implementationClass");

  public DirectoryTermKeys() {}
}
