package org.oktasync.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.AccountName;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.run.ports.TargetFactory;
import org.oktasync.target.AccountFacts;
import org.oktasync.target.ApplicationSeats;
import org.oktasync.target.ApplicationSeats.Application;
import org.oktasync.target.Directories;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.LeadTarget;
import org.oktasync.target.MembershipAggregation;
import org.oktasync.target.ProtectedAccounts;
import org.oktasync.target.TargetDirectory;

/** One directory, and the people and groups that this world protects. */
final class WorldTargets implements TargetFactory, Directories, AccountFacts {
  private final SyncWorld world;
  private final TargetDirectory only =
      new TargetDirectory(SyncWorld.DIRECTORY, "Okta", "INTERNAL", true, 0, null);

  WorldTargets(SyncWorld world) {
    this.world = world;
  }

  @Override
  public Directories directories() {
    return this;
  }

  @Override
  public ProtectedAccounts protectedAccounts() {
    return new ProtectedAccounts() {
      @Override
      public boolean isAdministrator(AccountName name) {
        return world.administrators.contains(name.key());
      }

      @Override
      public boolean givesAdministration(GroupName group) {
        return world.administratorGroups.contains(group.key());
      }
    };
  }

  @Override
  public AccountFacts accountFacts() {
    return this;
  }

  @Override
  public LeadTarget leads() {
    return world.leads;
  }

  @Override
  public ApplicationSeats applicationSeats() {
    return new ApplicationSeats() {
      @Override
      public List<Application> applications() {
        return List.copyOf(world.applications);
      }

      @Override
      public Set<AccountName> members(GroupName group) {
        Set<AccountName> members = new HashSet<>(world.directory.world().membersOf(group));
        members.addAll(world.elsewhere.world().membersOf(group));
        return members;
      }
    };
  }

  @Override
  public List<TargetDirectory> all() {
    int position = world.standing.position() == 0 ? 1 : 0;
    TargetDirectory own =
        new TargetDirectory(SyncWorld.DIRECTORY, only.name(), only.type(), true, position, null);
    return position == 1 ? List.of(world.standing, own) : List.of(own, world.standing);
  }

  @Override
  public Optional<TargetDirectory> find(long id) {
    return all().stream().filter(directory -> directory.id() == id).findFirst();
  }

  @Override
  public TargetDirectory create(String name) {
    return only;
  }

  @Override
  public void setActive(long id, boolean active) {
    throw new UnsupportedOperationException("no run switches a directory");
  }

  @Override
  public void remove(long id) {
    throw new UnsupportedOperationException("no run removes a directory");
  }

  @Override
  public MembershipAggregation aggregation() {
    return world.aggregation;
  }

  @Override
  public DirectoryTarget open(long id) {
    return id == SyncWorld.DIRECTORY ? world.directory : world.elsewhere;
  }

  @Override
  public boolean isShadowed(long directoryId, AccountName name) {
    return world.shadowed.contains(name.key())
        || (world.standing.position() == 0 && world.elsewhere.account(name).isPresent());
  }

  @Override
  public boolean hasApplicationAccess(AccountName name) {
    return !world.customers.contains(name.key());
  }

  @Override
  public Optional<Message> obstacleToDeletion(AccountName name) {
    return Optional.ofNullable(world.obstacles.get(name.key()));
  }

  @Override
  public Optional<Message> deletionProblem() {
    return Optional.empty();
  }
}
