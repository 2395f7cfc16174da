package com.atlassian.crowd.embedded.impl;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import java.io.Serializable;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** A directory's configuration that does not change; made by its builder. */
public final class ImmutableDirectory implements Directory, Serializable {
  private static final long serialVersionUID = 1L;

  private final Long id;
  private final String name;
  private final boolean active;
  private final String encryptionType;
  private final String description;
  private final DirectoryType type;
  private final String implementationClass;
  private final Date createdDate;
  private final Date updatedDate;
  private final Set<OperationType> allowedOperations;
  private final Map<String, String> attributes;

  private ImmutableDirectory(Builder from) {
    id = from.id;
    name = from.name;
    active = from.active;
    encryptionType = from.encryptionType;
    description = from.description;
    type = from.type;
    implementationClass = from.implementationClass;
    createdDate = copy(from.createdDate);
    updatedDate = copy(from.updatedDate);
    allowedOperations = Set.copyOf(from.allowedOperations);
    attributes = Map.copyOf(from.attributes);
  }

  public static Builder newBuilder() {
    return new Builder();
  }

  public static Builder newBuilder(Directory directory) {
    Builder builder = new Builder();
    builder.id = directory.getId();
    builder.name = directory.getName();
    builder.active = directory.isActive();
    builder.encryptionType = directory.getEncryptionType();
    builder.description = directory.getDescription();
    builder.type = directory.getType();
    builder.implementationClass = directory.getImplementationClass();
    builder.createdDate = directory.getCreatedDate();
    builder.updatedDate = directory.getUpdatedDate();
    builder.allowedOperations = directory.getAllowedOperations();
    builder.attributes = directory.getAttributes();
    return builder;
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public String getEncryptionType() {
    return encryptionType;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public DirectoryType getType() {
    return type;
  }

  @Override
  public String getImplementationClass() {
    return implementationClass;
  }

  @Override
  public Date getCreatedDate() {
    return copy(createdDate);
  }

  @Override
  public Date getUpdatedDate() {
    return copy(updatedDate);
  }

  @Override
  public Set<OperationType> getAllowedOperations() {
    return allowedOperations;
  }

  @Override
  public Map<String, String> getAttributes() {
    return attributes;
  }

  @Override
  public Set<String> getValues(String key) {
    return attributes.containsKey(key) ? Set.of(attributes.get(key)) : null;
  }

  @Override
  public String getValue(String key) {
    return attributes.get(key);
  }

  @Override
  public Set<String> getKeys() {
    return attributes.keySet();
  }

  @Override
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  private static Date copy(Date date) {
    return date == null ? null : new Date(date.getTime());
  }

  /** Collects a directory's configuration; its setters do not chain. */
  public static final class Builder {
    private Long id;
    private String name;
    private boolean active;
    private String encryptionType;
    private String description;
    private DirectoryType type;
    private String implementationClass;
    private Date createdDate;
    private Date updatedDate;
    private Set<OperationType> allowedOperations = Set.of();
    private Map<String, String> attributes = Map.of();

    public Builder() {}

    public Directory toDirectory() {
      return new ImmutableDirectory(this);
    }

    public void setId(Long id) {
      this.id = id;
    }

    public void setName(String name) {
      this.name = name;
    }

    public void setActive(boolean active) {
      this.active = active;
    }

    public void setEncryptionType(String encryptionType) {
      this.encryptionType = encryptionType;
    }

    public void setDescription(String description) {
      this.description = description;
    }

    public void setType(DirectoryType type) {
      this.type = type;
    }

    public void setImplementationClass(String implementationClass) {
      this.implementationClass = implementationClass;
    }

    public void setCreatedDate(Date createdDate) {
      this.createdDate = createdDate;
    }

    public void setUpdatedDate(Date updatedDate) {
      this.updatedDate = updatedDate;
    }

    public void setAllowedOperations(Set<OperationType> allowedOperations) {
      this.allowedOperations = allowedOperations;
    }

    public void setAttributes(Map<String, String> attributes) {
      this.attributes = attributes;
    }
  }
}
