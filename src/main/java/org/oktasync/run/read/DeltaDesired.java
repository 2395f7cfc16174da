package org.oktasync.run.read;

import java.util.Optional;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.MemberChanges;
import org.oktasync.plan.DesiredState;

/**
 * What Jira should hold of the people and groups of a delta. Who is in it and has nothing here is
 * gone: the source said so when it was asked by id.
 */
final class DeltaDesired implements DesiredState {
  private final DeltaPeople people;
  private final DeltaGroups groups;
  private final boolean absenceProves;

  DeltaDesired(DeltaPeople people, DeltaGroups groups) {
    this(people, groups, true);
  }

  /**
   * @param absenceProves whether who and what is not here was asked for by id, and is gone
   */
  DeltaDesired(DeltaPeople people, DeltaGroups groups, boolean absenceProves) {
    this.people = people;
    this.groups = groups;
    this.absenceProves = absenceProves;
  }

  @Override
  public boolean accountsComplete() {
    return absenceProves;
  }

  @Override
  public boolean groupsComplete() {
    return absenceProves;
  }

  @Override
  public boolean membersComplete(ExternalId group) {
    return absenceProves && groups.complete(group);
  }

  @Override
  public Cursor<DesiredAccount> accounts() {
    return Cursor.over(people.desired().values());
  }

  @Override
  public Cursor<DesiredGroup> groups() {
    return Cursor.over(groups.desired().values());
  }

  @Override
  public Optional<MemberChanges> memberChanges(ExternalId group) {
    return groups.changes(group);
  }

  @Override
  public boolean forNewcomers(ExternalId group) {
    return groups.forNewcomers(group);
  }

  @Override
  public Cursor<ExternalId> members(ExternalId group) {
    return groups.members(group);
  }
}
