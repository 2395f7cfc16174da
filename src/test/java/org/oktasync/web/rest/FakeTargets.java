package org.oktasync.web.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.fakes.InMemoryDirectory;
import org.oktasync.fakes.InMemoryLeads;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.ApplicationSeats;
import org.oktasync.target.Directories;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.ProtectedAccounts;
import org.oktasync.target.TargetDirectory;
import org.oktasync.target.TargetException;

/** Jira's directories: one that can be a target, one that cannot, and those that are made. */
final class FakeTargets implements TargetFactory, Directories, AccountFacts, ProtectedAccounts {
  /** Why nobody can be deleted; null when somebody can. */
  Message deletionProblem;

  /** What becomes of memberships of accounts of one name. */
  MembershipAggregation aggregation = MembershipAggregation.OFF;

  static final long OKTA = 7;
  static final long LDAP = 8;

  final InMemoryDirectory okta = new InMemoryDirectory(OKTA);
  final InMemoryDirectory ldap = new InMemoryDirectory(LDAP);
  final InMemoryLeads leads = new InMemoryLeads(okta::account);
  final Set<AccountName> administrators = new HashSet<>();
  private final List<TargetDirectory> all = new ArrayList<>();

  FakeTargets() {
    all.add(new TargetDirectory(OKTA, "Okta people", "INTERNAL", true, 0, null));
    Message obstacle = Message.of("directory-type-unsupported", "Office", "CONNECTOR");
    all.add(new TargetDirectory(LDAP, "Office", "CONNECTOR", true, 1, obstacle));
  }

  @Override
  public Directories directories() {
    return this;
  }

  @Override
  public ProtectedAccounts protectedAccounts() {
    return this;
  }

  @Override
  public AccountFacts accountFacts() {
    return this;
  }

  @Override
  public LeadTarget leads() {
    return leads;
  }

  @Override
  public ApplicationSeats applicationSeats() {
    return ApplicationSeats.UNKNOWN;
  }

  @Override
  public List<TargetDirectory> all() {
    return List.copyOf(all);
  }

  @Override
  public Optional<TargetDirectory> find(long id) {
    return all.stream().filter(directory -> directory.id() == id).findFirst();
  }

  @Override
  public TargetDirectory create(String name) {
    if (all.stream().anyMatch(directory -> directory.name().equals(name))) {
      Message problem = Message.of("directory-name-taken", name);
      throw new TargetException(TargetException.Kind.CONFLICT, problem, null);
    }
    long id = 100L + all.size();
    TargetDirectory made = new TargetDirectory(id, name, "INTERNAL", true, all.size(), null);
    all.add(made);
    return made;
  }

  @Override
  public void setActive(long id, boolean active) {
    all.replaceAll(
        one ->
            one.id() == id
                ? new TargetDirectory(
                    id, one.name(), one.type(), active, one.position(), one.obstacle())
                : one);
  }

  @Override
  public void remove(long id) {
    all.removeIf(one -> one.id() == id);
  }

  @Override
  public MembershipAggregation aggregation() {
    return aggregation;
  }

  @Override
  public DirectoryTarget open(long id) {
    return id == LDAP ? ldap : okta;
  }

  @Override
  public boolean isShadowed(long directoryId, AccountName name) {
    return false;
  }

  @Override
  public boolean hasApplicationAccess(AccountName name) {
    return true;
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> deletionProblem() {
    return Optional.ofNullable(deletionProblem);
  }

  @Override
  public boolean isAdministrator(AccountName name) {
    return administrators.contains(name);
  }

  @Override
  public boolean givesAdministration(GroupName group) {
    return group.value().equals("jira-administrators");
  }
}
