package com.atlassian.audit.entity;

import java.util.Objects;

/** What an event happened to. */
public class AuditResource {
  private final String name;
  private final String type;
  private final String id;
  private final String uri;

  private AuditResource(Builder builder) {
    name = builder.name;
    type = builder.type;
    id = builder.id;
    uri = builder.uri;
  }

  public static Builder builder(String name, String type) {
    return new Builder(name, type);
  }

  public String getName() {
    return name;
  }

  public String getType() {
    return type;
  }

  public String getUri() {
    return uri;
  }

  public String getId() {
    return id;
  }

  /** Collects what a resource holds. */
  public static class Builder {
    private final String name;
    private final String type;
    private String id;
    private String uri;

    private Builder(String name, String type) {
      this.name = Objects.requireNonNull(name, "name");
      this.type = Objects.requireNonNull(type, "type");
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder uri(String uri) {
      this.uri = uri;
      return this;
    }

    public AuditResource build() {
      return new AuditResource(this);
    }
  }
}
