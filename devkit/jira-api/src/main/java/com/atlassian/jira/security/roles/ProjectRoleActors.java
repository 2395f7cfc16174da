package com.atlassian.jira.security.roles;

/** Who is in a role of one project. */
public interface ProjectRoleActors extends DefaultRoleActors {}
