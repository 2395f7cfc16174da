package com.atlassian.jira.scheme;

import java.util.List;

/** Schemes of one kind. */
public interface SchemeManager {
  List<Scheme> getSchemeObjects();
}
