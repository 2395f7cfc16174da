package com.atlassian.jira.plugin.webfragment.model;

import java.util.Map;

/** What a fragment knows of the page it stands on. */
public class JiraHelper {
  private final Map<String, Object> contextParams;

  JiraHelper(Map<String, Object> contextParams) {
    this.contextParams = contextParams;
  }

  public Map<String, Object> getContextParams() {
    return contextParams;
  }
}
