package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.exception.FailedAuthenticationException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.UserKeyService;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.jira.user.util.UserManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.oktasync.devkit.host.data.DataException;
import org.oktasync.devkit.host.data.Jdbc;
import org.oktasync.devkit.host.web.HostPage;
import org.oktasync.devkit.host.web.HostRest;

/** Jira's user directories, users, groups and rights over a database. */
public final class JiraUsers {

  private final Map<Class<?>, Object> services;
  private final List<HostPage> pages;
  private final List<HostRest> restApi;
  private final CrowdAccess access;
  private final Everybody everybody;
  private final GlobalPermissions permissions;
  private final ApplicationRoles roles;
  private final Rights rights;
  private final UserKeys keys;
  private final TablesDigest digest;

  private JiraUsers(DataSource database, Clock clock, Consumer<Object> publisher, boolean strict) {
    Jdbc jdbc = new Jdbc(database);
    Tables tables = Tables.open(jdbc, clock, new Reading(strict));
    Events events = new Events(publisher);
    Passwords passwords = new Passwords();
    rights = new Rights(jdbc);
    keys = tables.keys();
    everybody = new Everybody(jdbc);
    digest = new TablesDigest(jdbc);
    access = new CrowdAccess(everybody, tables, passwords);
    permissions = new GlobalPermissions(rights, everybody);
    roles = new ApplicationRoles(rights, everybody);

    Directories directories = new Directories(tables, events);
    DirectoryUsers users = new DirectoryUsers(directories, tables, passwords, events);
    DirectoryManager manager =
        Partial.of(
            DirectoryManager.class,
            directories,
            users,
            new DirectoryRenames(directories, tables, events),
            new DirectoryGroups(directories, tables, events),
            new DirectoryMemberships(directories, tables, events),
            new DirectoryBulk(directories, users, tables, passwords, events));
    CrowdDirectories crowdDirectories =
        new CrowdDirectories(directories, tables.directories(), everybody);
    JiraUserManager userManager = new JiraUserManager(everybody, tables);
    services =
        Map.of(
            DirectoryManager.class, manager,
            CrowdDirectoryService.class, Partial.of(CrowdDirectoryService.class, crowdDirectories),
            CrowdService.class, Partial.of(CrowdService.class, access),
            UserManager.class, Partial.of(UserManager.class, userManager),
            GroupManager.class,
                Partial.of(GroupManager.class, new JiraGroupManager(everybody, userManager)),
            GlobalPermissionManager.class, Partial.of(GlobalPermissionManager.class, permissions),
            ApplicationRoleManager.class, Partial.of(ApplicationRoleManager.class, roles),
            UserKeyService.class, Partial.of(UserKeyService.class, keys),
            UserPropertyManager.class, tables.properties());
    UsersPage usersPage = new UsersPage(everybody, tables, access);
    pages =
        List.of(
            usersPage,
            new GroupsPage(everybody, tables, usersPage),
            new DirectoriesPage(crowdDirectories, everybody),
            new PermissionsPage(rights, everybody));
    UserJson json = new UserJson(keys, everybody);
    restApi =
        List.of(
            SmallRest.myself(everybody, json),
            new UserRest(everybody, keys, json),
            new GroupRest(everybody, json, this::isAdmin),
            SmallRest.groupsPicker(everybody),
            new PreferencesRest(keys, tables.properties()));
    new FirstData(tables.directories(), manager, rights).writeWhenMissing();
  }

  /**
   * Opens the directories of a database, H2 or PostgreSQL. Missing tables are created, and an empty
   * database gets the internal directory (id 1), the groups {@code jira-administrators} and {@code
   * jira-software-users}, and the people {@code admin} and {@code fred}, whose passwords are their
   * names.
   *
   * @param events takes each event that Jira publishes after a write
   * @param strict the strict reading of behaviour whose evidence is old: over-long values are
   *     refused by the database, lists come folded and unsorted, keys are unlike names, groups are
   *     not renamed; the lenient one promises what Crowd promises
   * @throws DataException when the database cannot be used
   */
  public static JiraUsers open(
      DataSource database, Clock clock, Consumer<Object> events, boolean strict) {
    return new JiraUsers(database, clock, events, strict);
  }

  /**
   * Jira's services by the interface under which Jira offers them. A method that the stand-in lacks
   * throws {@link UnsupportedOperationException}.
   */
  public Map<Class<?>, Object> services() {
    return services;
  }

  /** The administration pages for people, groups, directories and permissions. */
  public List<HostPage> pages() {
    return pages;
  }

  /** The part of Jira's REST interface that answers for people and groups. */
  public List<HostRest> restApi() {
    return restApi;
  }

  /** Whether a password opens the account that counts for a name; never for a disabled one. */
  public boolean authenticate(String name, String password) {
    try {
      access.authenticate(name, password);
      return true;
    } catch (FailedAuthenticationException e) {
      return false;
    }
  }

  /** Whether an enabled account of this name is in a group that holds system administration. */
  public boolean isSystemAdmin(String name) {
    return isActive(name) && permissions.has(Rights.SYSTEM_ADMIN, name);
  }

  /** Whether an enabled account of this name is in a group that holds administration. */
  public boolean isAdmin(String name) {
    return isActive(name) && permissions.has(Rights.ADMINISTER, name);
  }

  /** Whether an enabled account of this name is in a group that opens a product. */
  public boolean isLicensed(String name) {
    return isActive(name) && roles.hasRole(name);
  }

  /** How many people the licence of each product allows, by its key; -1 for no limit. */
  public Map<String, Integer> seats() {
    Map<String, Integer> seats = new TreeMap<>();
    Rights.APPLICATIONS.keySet().forEach(key -> seats.put(key, rights.seats(key)));
    return seats;
  }

  /**
   * Sets what the licence of a product allows.
   *
   * @throws IllegalArgumentException when there is no such product
   */
  public void setSeats(String application, int seats) {
    rights.setSeats(application, seats);
  }

  /** The user key that a name holds, whether or not an account has the name. */
  public Optional<String> keyOf(String name) {
    return keys.keyOf(name);
  }

  /** People by user key; a key that no account has is left out. */
  public Map<String, Person> people(Collection<String> keys) {
    return everybody.people(keys);
  }

  /**
   * SHA-256 over every row of the directory tables, dates of change included: two equal digests
   * prove that no row was written in between.
   */
  public String tablesDigest() {
    return digest.hex();
  }

  private boolean isActive(String name) {
    return everybody.user(name).filter(user -> user.isActive()).isPresent();
  }
}
