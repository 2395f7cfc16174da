package com.atlassian.jira.util;

/** Texts in the user's language. */
public interface I18nHelper {
  String getText(String key);

  String getText(String key, Object argument);
}
