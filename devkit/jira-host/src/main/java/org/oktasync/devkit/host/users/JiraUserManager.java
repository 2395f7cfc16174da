package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.impl.IdentifierUtils;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.DelegatingApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.devkit.host.users.Everybody.Filter;
import org.oktasync.devkit.host.users.UserKeys.Key;

/** The methods of {@link UserManager}: people over all active directories, with their keys. */
final class JiraUserManager {

  private static final long NO_DIRECTORY = -1;

  private final Everybody everybody;
  private final Tables tables;

  JiraUserManager(Everybody everybody, Tables tables) {
    this.everybody = everybody;
    this.tables = tables;
  }

  public int getTotalUserCount() {
    return everybody.count(Filter.ALL);
  }

  public Collection<ApplicationUser> getAllApplicationUsers() {
    return asApplicationUsers(everybody.users(Filter.ALL, 0, EntityQuery.ALL_RESULTS));
  }

  /** Null when no active directory has an account of this name. */
  public ApplicationUser getUserByName(String name) {
    return everybody.user(name).map(this::asApplicationUser).orElse(null);
  }

  /** Null when the key is unknown or its name has no account in an active directory. */
  public ApplicationUser getUserByKey(String key) {
    return key == null ? null : tables.keys().nameOf(key).map(this::getUserByName).orElse(null);
  }

  public Optional<ApplicationUser> getUserById(Long id) {
    return tables.keys().nameOfId(id).map(this::getUserByName);
  }

  /** An inactive user of no directory when the key has no account; null only for null. */
  public ApplicationUser getUserByKeyEvenWhenUnknown(String key) {
    if (key == null) {
      return null;
    }
    ApplicationUser known = getUserByKey(key);
    if (known != null) {
      return known;
    }
    String name = tables.keys().nameOf(key).orElse(key);
    UserTemplate gone = new UserTemplate(name, NO_DIRECTORY);
    gone.setDisplayName(name);
    Key held = tables.keys().keysOf(List.of(name)).get(name);
    return new DelegatingApplicationUser(held == null ? null : held.id(), key, gone);
  }

  /** The account of one directory, shadowed or not; null when it has none. */
  public ApplicationUser findUserInDirectory(String name, Long directoryId) {
    return tables.users().find(directoryId, name).map(this::asApplicationUser).orElse(null);
  }

  /** Null when there is none. */
  public Directory getDirectory(Long directoryId) {
    return tables.directories().byId(directoryId).orElse(null);
  }

  List<ApplicationUser> asApplicationUsers(List<UserTemplate> accounts) {
    Map<String, Key> found =
        tables.keys().keysOf(accounts.stream().map(UserTemplate::getName).toList());
    return accounts.stream().map(account -> asApplicationUser(account, found)).toList();
  }

  private ApplicationUser asApplicationUser(UserTemplate account) {
    return asApplicationUsers(List.of(account)).get(0);
  }

  private static ApplicationUser asApplicationUser(UserTemplate account, Map<String, Key> found) {
    Key key = found.get(IdentifierUtils.toLowerCase(account.getName()));
    if (key == null) {
      throw new IllegalStateException("The account " + account.getName() + " has no user key");
    }
    return new DelegatingApplicationUser(key.id(), key.key(), account);
  }
}
