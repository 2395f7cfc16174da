package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.component.ComponentAccessor;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** A condition on the signed-in user, null for a visitor. */
public abstract class AbstractWebCondition implements Condition {
  public AbstractWebCondition() {}

  @Override
  public void init(Map<String, String> parameters) throws PluginParseException {}

  @Override
  public boolean shouldDisplay(Map<String, Object> context) {
    ApplicationUser user = ComponentAccessor.getJiraAuthenticationContext().getLoggedInUser();
    return shouldDisplay(user, (JiraHelper) context.get("helper"));
  }

  public abstract boolean shouldDisplay(ApplicationUser user, JiraHelper helper);
}
