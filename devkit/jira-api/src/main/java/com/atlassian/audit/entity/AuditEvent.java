package com.atlassian.audit.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One entry for the audit log. Author, address, node and time are added by the product. */
public class AuditEvent {
  private final AuditType type;
  private final List<AuditResource> affectedObjects;
  private final List<ChangedValue> changedValues;
  private final Collection<AuditAttribute> extraAttributes;

  private AuditEvent(Builder builder) {
    type = builder.type;
    affectedObjects = List.copyOf(builder.affectedObjects);
    changedValues = List.copyOf(builder.changedValues);
    extraAttributes = List.copyOf(builder.extraAttributes);
  }

  public static Builder builder(AuditType type) {
    return new Builder(type);
  }

  public String getActionI18nKey() {
    return type.getActionI18nKey();
  }

  public String getCategoryI18nKey() {
    return type.getCategoryI18nKey();
  }

  public CoverageArea getArea() {
    return type.getArea();
  }

  public CoverageLevel getLevel() {
    return type.getLevel();
  }

  public List<AuditResource> getAffectedObjects() {
    return affectedObjects;
  }

  public List<ChangedValue> getChangedValues() {
    return changedValues;
  }

  public Collection<AuditAttribute> getExtraAttributes() {
    return extraAttributes;
  }

  /** Collects what an event holds. */
  public static class Builder {
    private final AuditType type;
    private final List<AuditResource> affectedObjects = new ArrayList<>();
    private final List<ChangedValue> changedValues = new ArrayList<>();
    private final List<AuditAttribute> extraAttributes = new ArrayList<>();

    public Builder(AuditType type) {
      this.type = type;
    }

    public Builder affectedObject(AuditResource resource) {
      affectedObjects.add(resource);
      return this;
    }

    public Builder appendAffectedObjects(List<AuditResource> resources) {
      affectedObjects.addAll(resources);
      return this;
    }

    public Builder changedValue(ChangedValue value) {
      changedValues.add(value);
      return this;
    }

    public Builder appendChangedValues(Collection<ChangedValue> values) {
      changedValues.addAll(values);
      return this;
    }

    public Builder extraAttribute(AuditAttribute attribute) {
      extraAttributes.add(attribute);
      return this;
    }

    public Builder appendExtraAttributes(Collection<AuditAttribute> attributes) {
      extraAttributes.addAll(attributes);
      return this;
    }

    public AuditEvent build() {
      return new AuditEvent(this);
    }
  }
}
