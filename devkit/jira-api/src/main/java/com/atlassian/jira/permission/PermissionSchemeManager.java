package com.atlassian.jira.permission;

import com.atlassian.jira.scheme.SchemeManager;

/** The permission schemes of Jira. */
public interface PermissionSchemeManager extends SchemeManager {}
