package org.oktasync.devkit.host.users;

import com.atlassian.application.api.ApplicationKey;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.jira.application.ApplicationRole;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods of {@link ApplicationRoleManager}, for one product: Jira Software. */
final class ApplicationRoles {

  private static final ApplicationKey SOFTWARE = ApplicationKey.valueOf(Rights.SOFTWARE);

  private final Rights rights;
  private final Everybody everybody;

  ApplicationRoles(Rights rights, Everybody everybody) {
    this.rights = rights;
    this.everybody = everybody;
  }

  public Set<ApplicationRole> getRoles() {
    return Set.of(
        new Role(
            SOFTWARE, groups(rights.roleGroups(Rights.SOFTWARE)), rights.seats(SOFTWARE.value())));
  }

  public Set<ApplicationRole> getRolesForGroup(Group group) {
    boolean opens =
        rights.roleGroups(Rights.SOFTWARE).stream()
            .anyMatch(held -> IdentifierUtils.equalsInLowerCase(held, group.getName()));
    return opens ? getRoles() : Set.of();
  }

  /** The roles of a user's groups; the state of the account does not matter. */
  public Set<ApplicationRole> getRolesForUser(ApplicationUser user) {
    return hasAnyRole(user) ? getRoles() : Set.of();
  }

  public boolean hasAnyRole(ApplicationUser user) {
    return user != null && hasRole(user.getName());
  }

  /** Whether so many more people would fit; an unlimited licence always has room. */
  public boolean hasSeatsAvailable(ApplicationKey application, int more) {
    int seats = rights.seats(known(application).value());
    return seats == Rights.UNLIMITED || getUserCount(application) + more <= seats;
  }

  /** People who take a seat: enabled and in a group of the role. */
  public int getUserCount(ApplicationKey application) {
    return everybody.countActiveIn(rights.roleGroups(known(application).value()));
  }

  public int getRemainingSeats(ApplicationKey application) {
    int seats = rights.seats(known(application).value());
    return seats == Rights.UNLIMITED ? seats : Math.max(0, seats - getUserCount(application));
  }

  public Set<ApplicationKey> getDefaultApplicationKeys() {
    return Set.of(SOFTWARE);
  }

  public Set<Group> getDefaultGroups(ApplicationKey application) {
    return groups(rights.roleGroups(known(application).value()));
  }

  public Set<Group> getGroupsForLicensedRoles() {
    return getDefaultGroups(SOFTWARE);
  }

  boolean hasRole(String user) {
    return everybody.inAny(user, rights.roleGroups(Rights.SOFTWARE));
  }

  private static ApplicationKey known(ApplicationKey application) {
    if (!SOFTWARE.equals(application)) {
      throw new IllegalArgumentException("No application " + application + " is installed");
    }
    return application;
  }

  private static Set<Group> groups(Set<String> names) {
    return names.stream().map(ImmutableGroup::new).collect(Collectors.toUnmodifiableSet());
  }

  private record Role(ApplicationKey key, Set<Group> groups, int seats) implements ApplicationRole {

    @Override
    public ApplicationKey getKey() {
      return key;
    }

    @Override
    public String getName() {
      return "Jira Software";
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
      return true;
    }
  }
}
