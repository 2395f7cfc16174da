package com.atlassian.audit.entity;

import java.util.Objects;

/** The kind of an event. Category and action are keys of texts. */
public class AuditType {
  private final CoverageArea area;
  private final CoverageLevel level;
  private final String categoryI18nKey;
  private final String actionI18nKey;
  private final String category;
  private final String action;

  private AuditType(Builder builder) {
    area = builder.area;
    level = builder.level;
    categoryI18nKey = builder.categoryI18nKey;
    actionI18nKey = builder.actionI18nKey;
    category = builder.category;
    action = builder.action;
  }

  public static Builder fromI18nKeys(
      CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
    return new Builder(area, level, categoryI18nKey, actionI18nKey);
  }

  public CoverageArea getArea() {
    return area;
  }

  public String getCategoryI18nKey() {
    return categoryI18nKey;
  }

  public String getCategory() {
    return category;
  }

  public String getActionI18nKey() {
    return actionI18nKey;
  }

  public String getAction() {
    return action;
  }

  public CoverageLevel getLevel() {
    return level;
  }

  /** Collects what a type holds. */
  public static class Builder {
    private final CoverageArea area;
    private final CoverageLevel level;
    private final String categoryI18nKey;
    private final String actionI18nKey;
    private String category;
    private String action;

    private Builder(
        CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
      this.area = Objects.requireNonNull(area, "area");
      this.level = Objects.requireNonNull(level, "level");
      this.categoryI18nKey = Objects.requireNonNull(categoryI18nKey, "categoryI18nKey");
      this.actionI18nKey = Objects.requireNonNull(actionI18nKey, "actionI18nKey");
    }

    public Builder withCategoryTranslation(String category) {
      this.category = category;
      return this;
    }

    public Builder withActionTranslation(String action) {
      this.action = action;
      return this;
    }

    public AuditType build() {
      return new AuditType(this);
    }
  }
}
