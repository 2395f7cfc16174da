package org.oktasync.devkit.host.users;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of {@link ApplicationRoleManager}, for the products that are installed. */
final class ApplicationRoles {
  private final Rights rights;
  private final Everybody everybody;

  ApplicationRoles(Rights rights, Everybody everybody) {
    this.rights = rights;
    this.everybody = everybody;
  }

  public Set<ApplicationRole> getRoles() {
    return rolesWhere(groups -> true);
  }

  public Set<ApplicationRole> getRolesForGroup(Group group) {
    return rolesWhere(
        groups ->
            groups.stream()
                .anyMatch(held -> IdentifierUtils.equalsInLowerCase(held, group.getName())));
  }

  /** The roles of a user's groups; the state of the account does not matter. */
  public Set<ApplicationRole> getRolesForUser(ApplicationUser user) {
    return user == null ? Set.of() : rolesWhere(groups -> everybody.inAny(user.getName(), groups));
  }

  /** The roles in which a user takes a seat. */
  public Set<ApplicationRole> getOccupiedLicenseRolesForUser(ApplicationUser user) {
    return user != null && user.isActive() ? getRolesForUser(user) : Set.of();
  }

  public boolean hasAnyRole(ApplicationUser user) {
    return user != null && hasRole(user.getName());
  }

  /** Whether so many more people would fit; an unlimited licence always has room. */
  public boolean hasSeatsAvailable(ApplicationKey application, int more) {
    int seats = rights.seats(known(application));
    return seats == Rights.UNLIMITED || getUserCount(application) + more <= seats;
  }

  /** People who take a seat: enabled and in a group of the role. */
  public int getUserCount(ApplicationKey application) {
    return everybody.countActiveIn(rights.roleGroups(known(application)));
  }

  public int getRemainingSeats(ApplicationKey application) {
    int seats = rights.seats(known(application));
    return seats == Rights.UNLIMITED ? seats : Math.max(0, seats - getUserCount(application));
  }

  public Set<ApplicationKey> getDefaultApplicationKeys() {
    return Set.of(ApplicationKey.valueOf(Rights.SOFTWARE));
  }

  public Set<Group> getDefaultGroups(ApplicationKey application) {
    return named(rights.roleGroups(known(application)));
  }

  public Set<Group> getGroupsForLicensedRoles() {
    return named(everyRoleGroup());
  }

  boolean hasRole(String user) {
    return everybody.inAny(user, everyRoleGroup());
  }

  private Set<String> everyRoleGroup() {
    Stream<String> applications = Rights.APPLICATIONS.keySet().stream();
    return applications
        .flatMap(application -> rights.roleGroups(application).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<ApplicationRole> rolesWhere(Predicate<Set<String>> groups) {
    return Rights.APPLICATIONS.keySet().stream()
        .filter(application -> groups.test(rights.roleGroups(application)))
        .map(this::role)
        .collect(Collectors.toUnmodifiableSet());
  }

  private ApplicationRole role(String application) {
    return new Role(
        ApplicationKey.valueOf(application),
        Rights.APPLICATIONS.get(application),
        named(rights.roleGroups(application)),
        rights.seats(application));
  }

  private static String known(ApplicationKey application) {
    if (!Rights.APPLICATIONS.containsKey(application.value())) {
      throw new IllegalArgumentException("No application " + application + " is installed");
    }
    return application.value();
  }

  private static Set<Group> named(Collection<String> names) {
    return names.stream().map(ImmutableGroup::new).collect(Collectors.toUnmodifiableSet());
  }

  private record Role(ApplicationKey key, String name, Set<Group> groups, int seats)
      implements ApplicationRole {

    @Override
    public ApplicationKey getKey() {
      return key;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<Group> getGroups() {
      return groups;
    }

    @Override
    public Set<Group> getDefaultGroups() {
      return groups;
    }

    @Override
    public int getNumberOfSeats() {
      return seats;
    }

    @Override
    public boolean isDefined() {
      return true;
    }

    @Override
    public boolean isPlatform() {
      return false;
    }

    @Override
    public boolean isSelectedByDefault() {
      return key.value().equals(Rights.SOFTWARE);
    }
  }
}
