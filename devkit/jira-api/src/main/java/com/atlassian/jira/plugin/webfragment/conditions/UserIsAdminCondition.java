package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/** Shown to administrators. */
public class UserIsAdminCondition extends AbstractWebCondition {
  public UserIsAdminCondition() {}

  @Override
  public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
    return user != null
        && ComponentAccessor.getGlobalPermissionManager()
            .hasPermission(GlobalPermissionKey.ADMINISTER, user);
  }
}
