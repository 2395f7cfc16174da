package com.atlassian.jira.scheme;

import java.util.Collection;
import java.util.List;

/** A scheme that projects share, with its entries. */
public class Scheme {
  private final Long id;
  private final String name;
  private final List<SchemeEntity> entities;

  Scheme(Long id, String name, List<SchemeEntity> entities) {
    this.id = id;
    this.name = name;
    this.entities = entities;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Collection<SchemeEntity> getEntities() {
    return entities;
  }
}
