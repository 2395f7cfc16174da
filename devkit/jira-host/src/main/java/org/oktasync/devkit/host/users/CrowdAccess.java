package org.oktasync.devkit.host.users;

import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.User;
import com.atlassian.crowd.embedded.api.UserWithAttributes;
import com.atlassian.crowd.embedded.impl.ImmutableGroup;
import com.atlassian.crowd.exception.FailedAuthenticationException;
import com.atlassian.crowd.exception.InactiveAccountException;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.query.entity.UserQuery;
import com.atlassian.crowd.search.query.entity.restriction.NullRestriction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.users.Everybody.Filter;

/** The methods of {@link CrowdService} that read over all active directories, and sign-in. */
final class CrowdAccess {

  private final Everybody everybody;
  private final Tables tables;
  private final Passwords passwords;

  CrowdAccess(Everybody everybody, Tables tables, Passwords passwords) {
    this.everybody = everybody;
    this.tables = tables;
    this.passwords = passwords;
  }

  /** Signs in against the first active directory that has the name; no later one is asked. */
  public User authenticate(String name, String password) throws FailedAuthenticationException {
    UserTemplate user =
        everybody
            .user(name)
            .orElseThrow(() -> new FailedAuthenticationException("Unknown user or password"));
    if (!user.isActive()) {
      throw new InactiveAccountException(user.getName());
    }
    if (!passwords.matches(password, tables.users().credential(user))) {
      throw new FailedAuthenticationException("Unknown user or password");
    }
    return user;
  }

  /** Null when no active directory has the name. */
  public User getUser(String name) {
    return everybody.user(name).orElse(null);
  }

  /** Null when no active directory has the name. */
  public UserWithAttributes getUserWithAttributes(String name) {
    return everybody.user(name).map(this::withAttributes).orElse(null);
  }

  /** Null when no active directory has the group. */
  public Group getGroup(String name) {
    return everybody.group(name).map(group -> new ImmutableGroup(group.getName())).orElse(null);
  }

  public boolean isUserMemberOfGroup(String user, String group) {
    return everybody.inAny(user, List.of(group));
  }

  public boolean isUserMemberOfGroup(User user, Group group) {
    return everybody.inAny(user.getName(), List.of(group.getName()));
  }

  /** Everybody, as names or users; other searches go through the directory manager. */
  public <T> Iterable<T> search(Query<T> query) {
    if (!(query instanceof UserQuery)
        || !(query.getSearchRestriction() instanceof NullRestriction)) {
      throw new UnsupportedOperationException("CrowdService only searches for all users here");
    }
    boolean names = query.getReturnType() == String.class;
    return everybody.users(Filter.ALL, query.getStartIndex(), query.getMaxResults()).stream()
        .map(user -> query.getReturnType().cast(names ? user.getName() : user))
        .toList();
  }

  /** The attributes of the account that counts for a name. */
  Map<String, Set<String>> attributesOf(UserTemplate user) {
    return tables.users().stored(user.getDirectoryId(), List.of(user.getName())).values().stream()
        .findFirst()
        .map(stored -> tables.attributes().of(stored.id()))
        .orElse(Map.of());
  }

  private UserWithAttributes withAttributes(UserTemplate user) {
    UserTemplateWithAttributes full =
        UserTemplateWithAttributes.toUserWithNoAttributes(
            (com.atlassian.crowd.model.user.User) user);
    attributesOf(user).forEach(full::setAttribute);
    return full;
  }
}
