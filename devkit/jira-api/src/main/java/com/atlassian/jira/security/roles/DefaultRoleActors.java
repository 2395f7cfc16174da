package com.atlassian.jira.security.roles;

import java.util.Set;

/** Who is in a role. */
public interface DefaultRoleActors {
  Set<RoleActor> getRoleActors();
}
