package com.atlassian.jira.scheme;

/** One entry of a scheme: who has what. */
public class SchemeEntity {
  private final String type;
  private final String parameter;
  private final Object entityTypeId;

  SchemeEntity(String type, String parameter, Object entityTypeId) {
    this.type = type;
    this.parameter = parameter;
    this.entityTypeId = entityTypeId;
  }

  public String getType() {
    return type;
  }

  public String getParameter() {
    return parameter;
  }

  public Object getEntityTypeId() {
    return entityTypeId;
  }
}
