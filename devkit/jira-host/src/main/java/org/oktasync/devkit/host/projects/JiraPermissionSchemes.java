package org.oktasync.devkit.host.projects;

import com.atlassian.jira.permission.PermissionSchemeManager;
import com.atlassian.jira.scheme.Scheme;
import com.atlassian.jira.scheme.SchemeEntity;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.util.List;
import org.oktasync.devkit.jiraapi.HostSeams;

/** Jira's permission schemes, for add-ons: the one that every Jira has. */
final class JiraPermissionSchemes implements PermissionSchemeManager {
  private final GrantTables tables;

  JiraPermissionSchemes(GrantTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Scheme> getSchemeObjects() {
    List<SchemeEntity> entries =
        tables.grants().stream()
            .map(
                grant ->
                    HostSeams.schemeEntity(
                        grant.type(),
                        grant.parameter(),
                        new ProjectPermissionKey(grant.permission())))
            .toList();
    return List.of(
        HostSeams.scheme(GrantTables.DEFAULT_SCHEME, GrantTables.DEFAULT_SCHEME_NAME, entries));
  }
}
