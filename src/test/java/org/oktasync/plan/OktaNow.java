package org.oktasync.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.MemberChanges;

/** What the source would have Jira hold, set up by hand. */
final class OktaNow implements DesiredState {
  final Map<ExternalId, DesiredAccount> people = new TreeMap<>();
  final Map<ExternalId, DesiredGroup> groups = new TreeMap<>();
  final Map<ExternalId, Set<ExternalId>> members = new HashMap<>();
  final Map<ExternalId, MemberChanges> changes = new HashMap<>();
  final Set<ExternalId> newcomers = new HashSet<>();
  final Set<ExternalId> incomplete = new HashSet<>();
  boolean peopleComplete = true;
  boolean groupsComplete = true;

  OktaNow person(String id, String name) {
    return person(id, name, true, Reach.IN_SCOPE);
  }

  OktaNow person(String id, String name, boolean active, Reach reach) {
    Account account = new Account(new AccountName(name), name, name + "@x.org", active);
    return put(
        new DesiredAccount(
            new ExternalId(id),
            name,
            active,
            active ? "ACTIVE" : "SUSPENDED",
            account,
            null,
            reach,
            Set.of(),
            List.of()));
  }

  OktaNow put(DesiredAccount person) {
    people.put(person.id(), person);
    return this;
  }

  OktaNow group(String id, String name, String... memberIds) {
    ExternalId group = new ExternalId(id);
    groups.put(group, new DesiredGroup(group, name, new GroupName(name), null));
    Set<ExternalId> inside = new TreeSet<>();
    for (String member : memberIds) {
      inside.add(new ExternalId(member));
    }
    members.put(group, inside);
    return this;
  }

  OktaNow group(String id, String name, DesiredGroup.Standing standing, String... missing) {
    ExternalId group = new ExternalId(id);
    groups.put(
        group,
        new DesiredGroup(group, name, new GroupName(name), null, standing, List.of(missing)));
    return this;
  }

  OktaNow badGroup(String id, String label) {
    ExternalId group = new ExternalId(id);
    MappingProblem problem = new MappingProblem("group-name-too-long", "x");
    groups.put(group, new DesiredGroup(group, label, null, problem));
    return this;
  }

  @Override
  public boolean accountsComplete() {
    return peopleComplete;
  }

  @Override
  public boolean groupsComplete() {
    return groupsComplete;
  }

  @Override
  public boolean membersComplete(ExternalId group) {
    return !incomplete.contains(group);
  }

  @Override
  public Cursor<DesiredAccount> accounts() {
    return Cursor.over(List.copyOf(people.values()));
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    return Cursor.over(List.copyOf(groups.values()));
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return Cursor.over(List.copyOf(members.getOrDefault(group, Set.of())));
  }

  @Override
  public Optional<MemberChanges> memberChanges(ExternalId group) {
    return Optional.ofNullable(changes.get(group));
  }

  @Override
  public boolean forNewcomers(ExternalId group) {
    return newcomers.contains(group);
  }
}
