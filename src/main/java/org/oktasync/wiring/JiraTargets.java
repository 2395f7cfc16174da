package org.oktasync.wiring;

import com.atlassian.jira.component.ComponentAccessor;
import org.oktasync.control.SyncLog;
import org.oktasync.jira.ApplicationAccess;
import org.oktasync.jira.JiraAccountFacts;
import org.oktasync.jira.JiraApplicationSeats;
import org.oktasync.jira.JiraDirectories;
import org.oktasync.jira.JiraLeads;
import org.oktasync.jira.JiraProtectedAccounts;
import org.oktasync.jira.JiraUserProperties;
import org.oktasync.jira.ReflectiveUserDeletion;
import org.oktasync.jira.ReflectiveUserKeys;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.Directories;

/** Jira's directories, and who is protected in them. */
final class JiraTargets implements TargetFactory {
  private final ComponentImports jira;
  private final ReflectiveUserKeys keys;
  private final JiraDirectories directories;
  private final ApplicationAccess access;

  JiraTargets(
      ComponentImports jira, ReflectiveUserKeys keys, ApplicationAccess access, SyncLog log) {
    this.jira = jira;
    this.keys = keys;
    this.access = access;
    this.directories =
        new JiraDirectories(
            jira.directories, jira.crowd, keys, new JiraUserProperties(jira.userProperties), log);
  }

  @Override
  public Directories directories() {
    return directories;
  }

  @Override
  public JiraProtectedAccounts protectedAccounts() {
    return JiraProtectedAccounts.read(jira.permissions, jira.directories, jira.crowd);
  }

  @Override
  public AccountFacts accountFacts() {
    return new JiraAccountFacts(jira.directories, jira.crowd, access, deletion());
  }

  @Override
  public JiraApplicationSeats applicationSeats() {
    return JiraApplicationSeats.read(jira.roles, jira.directories, jira.crowd);
  }

  @Override
  public JiraLeads leads() {
    return new JiraLeads(jira.jiraUsers, ComponentAccessor::getComponent);
  }

  ReflectiveUserDeletion deletion() {
    return new ReflectiveUserDeletion(
        jira.jiraUsers,
        ComponentAccessor::getComponent,
        () -> protectedAccounts().administrators());
  }

  ReflectiveUserKeys keys() {
    return keys;
  }
}
