package com.atlassian.crowd.search.query.entity.restriction.constants;

import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyUtils;

/** Searchable properties of users. */
public class UserTermKeys {
  public static final Property<String> USERNAME = PropertyUtils.ofTypeString("name");
  public static final Property<String> EMAIL = PropertyUtils.ofTypeString("email");
  public static final Property<String> FIRST_NAME = PropertyUtils.ofTypeString("firstName");
  public static final Property<String> LAST_NAME = PropertyUtils.ofTypeString("lastName");
  public static final Property<String> DISPLAY_NAME = PropertyUtils.ofTypeString("displayName");
  public static final Property<Boolean> ACTIVE = PropertyUtils.ofTypeBoolean("active");
  public static final Property<String> EXTERNAL_ID = PropertyUtils.ofTypeString("externalId");

  private UserTermKeys() {}
}
