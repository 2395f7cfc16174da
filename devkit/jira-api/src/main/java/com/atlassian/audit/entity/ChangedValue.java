package com.atlassian.audit.entity;

import java.util.Objects;

/** A value before and after. */
public class ChangedValue {
  private final String i18nKey;
  private final String key;
  private final String from;
  private final String to;

  public ChangedValue(Builder builder) {
    i18nKey = builder.i18nKey;
    key = builder.key;
    from = builder.from;
    to = builder.to;
  }

  public static Builder fromI18nKeys(String i18nKey) {
    return new Builder(i18nKey);
  }

  public String getI18nKey() {
    return i18nKey;
  }

  public String getKey() {
    return key;
  }

  public String getFrom() {
    return from;
  }

  public String getTo() {
    return to;
  }

  /** Collects what a changed value holds. */
  public static class Builder {
    private final String i18nKey;
    private String key;
    private String from;
    private String to;

    public Builder(String i18nKey) {
      this.i18nKey = Objects.requireNonNull(i18nKey, "i18nKey");
    }

    public Builder withKeyTranslation(String key) {
      this.key = key;
      return this;
    }

    public Builder from(String from) {
      this.from = from;
      return this;
    }

    public Builder to(String to) {
      this.to = to;
      return this;
    }

    public ChangedValue build() {
      return new ChangedValue(this);
    }
  }
}
