package com.atlassian.audit.entity;

import java.util.Objects;

/** A fact beside an event. */
public class AuditAttribute {
  private final String nameI18nKey;
  private final String name;
  private final String value;

  private AuditAttribute(Builder builder) {
    nameI18nKey = builder.nameI18nKey;
    name = builder.name;
    value = builder.value;
  }

  public static Builder fromI18nKeys(String nameI18nKey, String value) {
    return new Builder(nameI18nKey, value);
  }

  public String getName() {
    return name;
  }

  public String getNameI18nKey() {
    return nameI18nKey;
  }

  public String getValue() {
    return value;
  }

  /** Collects what an attribute holds. */
  public static class Builder {
    private final String nameI18nKey;
    private final String value;
    private String name;

    public Builder(String nameI18nKey, String value) {
      this.nameI18nKey = Objects.requireNonNull(nameI18nKey, "nameI18nKey");
      this.value = value;
    }

    public Builder withNameTranslation(String name) {
      this.name = name;
      return this;
    }

    public AuditAttribute build() {
      return new AuditAttribute(this);
    }
  }
}
