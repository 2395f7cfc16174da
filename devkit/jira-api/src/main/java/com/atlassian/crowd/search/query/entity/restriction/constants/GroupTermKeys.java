package com.atlassian.crowd.search.query.entity.restriction.constants;

import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;

/** Searchable properties of groups. */
public class GroupTermKeys {
  public static final Property<String> NAME = PropertyUtils.ofTypeString("name");
  public static final Property<String> DESCRIPTION = PropertyUtils.ofTypeString("description");
  public static final Property<Boolean> ACTIVE = PropertyUtils.ofTypeBoolean("active");
  public static final Property<Boolean> LOCAL = PropertyUtils.ofTypeBoolean("local");
  public static final Property<String> EXTERNAL_ID = PropertyUtils.ofTypeString("externalId");

  private GroupTermKeys() {}
}
