package org.oktasync.jira;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserTemplateWithCredentialAndAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.Entity;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.entity.restriction.BooleanRestriction;
import com.atlassian.crowd.search.query.entity.restriction.PropertyRestriction;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Crowd's directories in memory, with the traps of internal directories: bulk calls that say no
 * reason, lists in no useful order, groups that exist reported as invalid, whole records replaced,
 * names compared in lower case. The public methods are those of {@link DirectoryManager}; the
 * others refuse to be called.
 */
final class FakeCrowd {
  final Map<Long, Map<String, UserTemplate>> users = new TreeMap<>();
  final Map<Long, Map<String, GroupTemplate>> groups = new TreeMap<>();
  final Map<Long, Map<String, Set<String>>> members = new TreeMap<>();
  final Map<Long, Map<String, Set<String>>> children = new TreeMap<>();
  final Map<String, String> keys = new TreeMap<>();
  final Set<String> refusedInBulk = new HashSet<>();
  int writes;
  int searches;
  boolean answerOfNextBulkLost;

  /** With these directories, all of them empty. */
  static FakeCrowd with(long... directories) {
    FakeCrowd crowd = new FakeCrowd();
    for (long id : directories) {
      crowd.users.put(id, new TreeMap<>());
      crowd.groups.put(id, new TreeMap<>());
      crowd.members.put(id, new TreeMap<>());
      crowd.children.put(id, new TreeMap<>());
    }
    return crowd;
  }

  /** The service as Jira offers it. */
  DirectoryManager manager() {
    Class<DirectoryManager> type = DirectoryManager.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> call(method, args)));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    Method own;
    try {
      own = FakeCrowd.class.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new UnsupportedOperationException(method.toString(), e);
    }
    try {
      return own.invoke(this, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  void hold(long directory, String user) {
    UserTemplate template = new UserTemplate(user, directory);
    template.setActive(true);
    users.get(directory).put(key(user), template);
    keys.putIfAbsent(key(user), "KEY" + keys.size());
  }

  void holdGroup(long directory, String group, String... people) {
    groups.get(directory).put(key(group), new GroupTemplate(group, directory));
    Set<String> inside = members.get(directory).computeIfAbsent(key(group), k -> new TreeSet<>());
    Stream.of(people).map(FakeCrowd::key).forEach(inside::add);
  }

  void nest(long directory, String parent, String child) {
    children.get(directory).computeIfAbsent(key(parent), k -> new TreeSet<>()).add(child);
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ENGLISH);
  }

  public boolean supportsNestedGroups(long directory) throws DirectoryNotFoundException {
    return !of(children, directory).isEmpty();
  }

  public User findUserByName(long directory, String name)
      throws DirectoryNotFoundException, UserNotFoundException {
    UserTemplate user = of(users, directory).get(key(name));
    if (user == null) {
      throw new UserNotFoundException(name);
    }
    return new UserTemplate((User) user);
  }

  public Group findGroupByName(long directory, String name)
      throws DirectoryNotFoundException, GroupNotFoundException {
    GroupTemplate group = of(groups, directory).get(key(name));
    if (group == null) {
      throw new GroupNotFoundException(name);
    }
    return group;
  }

  public <T> List<T> searchUsers(long directory, EntityQuery<T> query)
      throws DirectoryNotFoundException {
    searches++;
    Stream<UserTemplate> found = of(users, directory).values().stream();
    if (query.getSearchRestriction() instanceof BooleanRestriction any) {
      Set<String> asked = new HashSet<>();
      any.getRestrictions()
          .forEach(one -> asked.add(key((String) ((PropertyRestriction<?>) one).getValue())));
      found = found.filter(user -> asked.contains(key(user.getName())));
    } else if (query.getSearchRestriction() instanceof PropertyRestriction<?> email) {
      String wanted = key((String) email.getValue());
      found = found.filter(user -> wanted.equals(key(user.getEmailAddress())));
    }
    return found
        .map(user -> query.getReturnType() == String.class ? user.getName() : user)
        .map(query.getReturnType()::cast)
        .toList();
  }

  public <T> List<T> searchGroups(long directory, EntityQuery<T> query)
      throws DirectoryNotFoundException {
    return of(groups, directory).values().stream()
        .map(group -> query.getReturnType().cast(group.getName()))
        .toList();
  }

  public <T> List<T> searchDirectGroupRelationships(long directory, MembershipQuery<T> query)
      throws DirectoryNotFoundException {
    String group = key(query.getEntityNamesToMatch().iterator().next());
    if (query.getEntityToMatch().getEntityType() == Entity.USER) {
      return of(members, directory).entrySet().stream()
          .filter(entry -> entry.getValue().contains(group))
          .map(entry -> groups.get(directory).get(entry.getKey()).getName())
          .map(query.getReturnType()::cast)
          .toList();
    }
    boolean people = query.getEntityToReturn().getEntityType() == Entity.USER;
    Set<String> inside = of(people ? members : children, directory).getOrDefault(group, Set.of());
    return inside.stream()
        .sorted(Comparator.reverseOrder())
        .map(name -> people ? users.get(directory).get(name).getName() : name)
        .map(query.getReturnType()::cast)
        .toList();
  }

  public UserWithAttributes addUser(
      long directory, UserTemplateWithAttributes user, PasswordCredential credential)
      throws DirectoryNotFoundException, InvalidUserException, UserAlreadyExistsException {
    if (of(users, directory).containsKey(key(user.getName()))) {
      throw new UserAlreadyExistsException(directory, user.getName());
    }
    if (refusedInBulk.contains(user.getName())) {
      throw new InvalidUserException(user, "refused by a rule of the directory");
    }
    put(directory, user);
    return user;
  }

  public BulkAddResult<User> addAllUsers(
      long directory, Collection<UserTemplateWithCredentialAndAttributes> added, boolean overwrite)
      throws DirectoryNotFoundException, OperationFailedException {
    BulkAddResult.Builder<User> result = BulkAddResult.builder(added.size());
    for (UserTemplateWithCredentialAndAttributes user : added) {
      checkTemplate(directory, user, overwrite);
      if (of(users, directory).containsKey(key(user.getName()))) {
        result.addExistingEntity(user);
      } else if (refusedInBulk.contains(user.getName())) {
        result.addFailedEntity(user);
      } else {
        put(directory, user);
      }
    }
    loseAnswer();
    return result.build();
  }

  private static void checkTemplate(
      long directory, UserTemplateWithCredentialAndAttributes user, boolean overwrite) {
    boolean passwordless = PasswordCredential.NONE.equals(user.getCredential());
    boolean good = user.getDirectoryId() == directory && user.getExternalId() == null;
    if (!good || !passwordless || overwrite) {
      throw new AssertionError("must not be sent to Crowd: " + user);
    }
  }

  private void put(long directory, User user) {
    writes++;
    users.get(directory).put(key(user.getName()), new UserTemplate(user));
    keys.putIfAbsent(key(user.getName()), "KEY" + keys.size());
  }

  private void loseAnswer() throws OperationFailedException {
    if (answerOfNextBulkLost) {
      answerOfNextBulkLost = false;
      throw new OperationFailedException("connection reset");
    }
  }

  public User updateUser(long directory, UserTemplate user)
      throws DirectoryNotFoundException, UserNotFoundException {
    findUserByName(directory, user.getName());
    writes++;
    users.get(directory).put(key(user.getName()), new UserTemplate((User) user));
    return user;
  }

  public User renameUser(long directory, String oldName, String newName)
      throws DirectoryNotFoundException, UserNotFoundException {
    UserTemplate user = new UserTemplate(findUserByName(directory, oldName));
    user.setName(newName);
    writes++;
    users.get(directory).remove(key(oldName));
    users.get(directory).put(key(newName), user);
    keys.put(key(newName), keys.remove(key(oldName)));
    members
        .get(directory)
        .values()
        .forEach(
            inside -> {
              if (inside.remove(key(oldName))) {
                inside.add(key(newName));
              }
            });
    return user;
  }

  public void removeUser(long directory, String name)
      throws DirectoryNotFoundException, UserNotFoundException {
    findUserByName(directory, name);
    writes++;
    of(users, directory).remove(key(name));
    members.get(directory).values().forEach(inside -> inside.remove(key(name)));
  }

  public Group addGroup(long directory, GroupTemplate group)
      throws DirectoryNotFoundException, InvalidGroupException {
    if (of(groups, directory).containsKey(key(group.getName()))) {
      throw new InvalidGroupException(group, "Group already exists");
    }
    writes++;
    holdGroup(directory, group.getName());
    return group;
  }

  public void removeGroup(long directory, String name)
      throws DirectoryNotFoundException, GroupNotFoundException {
    findGroupByName(directory, name);
    writes++;
    of(groups, directory).remove(key(name));
    members.get(directory).remove(key(name));
  }

  public void addUserToGroup(long directory, String user, String group)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          MembershipAlreadyExistsException {
    findGroupByName(directory, group);
    findUserByName(directory, user);
    if (!members.get(directory).get(key(group)).add(key(user))) {
      throw new MembershipAlreadyExistsException(user, group);
    }
    writes++;
  }

  public BulkAddResult<String> addAllUsersToGroup(
      long directory, Collection<String> people, String group)
      throws DirectoryNotFoundException, GroupNotFoundException, OperationFailedException {
    findGroupByName(directory, group);
    BulkAddResult.Builder<String> result = BulkAddResult.builder(people.size());
    for (String person : people) {
      try {
        addUserToGroup(directory, person, group);
      } catch (MembershipAlreadyExistsException e) {
        result.addExistingEntity(person);
      } catch (UserNotFoundException e) {
        result.addFailedEntity(person);
      }
    }
    loseAnswer();
    return result.build();
  }

  public boolean isUserDirectGroupMember(long directory, String user, String group)
      throws DirectoryNotFoundException {
    return of(members, directory).getOrDefault(key(group), Set.of()).contains(key(user));
  }

  public void removeUserFromGroup(long directory, String user, String group)
      throws DirectoryNotFoundException,
          UserNotFoundException,
          GroupNotFoundException,
          MembershipNotFoundException {
    findGroupByName(directory, group);
    findUserByName(directory, user);
    if (!members.get(directory).get(key(group)).remove(key(user))) {
      throw new MembershipNotFoundException(user, group);
    }
    writes++;
  }

  private static <V> V of(Map<Long, V> all, long directory) throws DirectoryNotFoundException {
    V found = all.get(directory);
    if (found == null) {
      throw new DirectoryNotFoundException(directory);
    }
    return found;
  }
}
