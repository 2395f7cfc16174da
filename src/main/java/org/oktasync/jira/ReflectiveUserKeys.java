package org.oktasync.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/**
 * User keys through Jira's {@code UserKeyService}, which is not certain to be the same in every
 * version and is therefore called by name. Where one of its methods is missing, {@link UserManager}
 * answers: a key leads to the name of a deleted account there too, but a name to no key.
 */
public final class ReflectiveUserKeys implements UserKeys {
  static final String SERVICE = "com.atlassian.jira.user.UserKeyService";
  private static final String KEY_FOR_NAME = "getKeyForUsername";
  private static final String NAME_FOR_KEY = "getUsernameForKey";

  private final UserManager users;
  private final Function<Class<?>, Object> components;
  private final ClassLoader jira;
  private volatile Service service;

  /** What was found of the service; methods that are null are missing. */
  private record Service(Object instance, Method keyForName, Method nameForKey) {}

  /**
   * @param components finds a component of Jira by its type; may answer null or throw when there is
   *     none. Asked at the first use, when Jira has started
   */
  public ReflectiveUserKeys(UserManager users, Function<Class<?>, Object> components) {
    this(users, components, UserManager.class.getClassLoader());
  }

  ReflectiveUserKeys(UserManager users, Function<Class<?>, Object> components, ClassLoader jira) {
    this.users = users;
    this.components = components;
    this.jira = jira;
  }

  @Override
  public String keyOf(AccountName name) {
    Service found = service();
    if (found.keyForName() != null) {
      Object key = invoke(found, found.keyForName(), name.value());
      return key == null ? "" : (String) key;
    }
    ApplicationUser user = JiraCalls.ask(name.value(), () -> users.getUserByName(name.value()));
    return user == null ? "" : user.getKey();
  }

  @Override
  public Optional<AccountName> nameOf(String userKey) {
    if (userKey == null || userKey.isEmpty()) {
      return Optional.empty();
    }
    Service found = service();
    if (found.nameForKey() != null) {
      Object name = invoke(found, found.nameForKey(), userKey);
      return Optional.ofNullable((String) name).map(AccountName::new);
    }
    return nameOfUser(userKey);
  }

  @Override
  public boolean knowsFormerUsers() {
    return service().keyForName() != null;
  }

  @Override
  public Optional<Message> problem() {
    return knowsFormerUsers()
        ? Optional.empty()
        : Optional.of(Message.of("user-keys-missing", SERVICE + "." + KEY_FOR_NAME + "(String)"));
  }

  /**
   * For a key that it does not know, Jira answers with a user whose name is the key. So an answer
   * of that look counts only if the name leads back to the key.
   */
  private Optional<AccountName> nameOfUser(String userKey) {
    ApplicationUser user =
        JiraCalls.ask(
            userKey,
            () -> {
              ApplicationUser existing = users.getUserByKey(userKey);
              return existing != null ? existing : users.getUserByKeyEvenWhenUnknown(userKey);
            });
    if (user == null || user.getUsername() == null || user.getUsername().isBlank()) {
      return Optional.empty();
    }
    AccountName name = new AccountName(user.getUsername());
    boolean certain = !user.getUsername().equals(userKey) || keyOf(name).equals(userKey);
    return certain ? Optional.of(name) : Optional.empty();
  }

  private Service service() {
    Service found = service;
    if (found == null) {
      found = find();
      if (found.keyForName() != null) {
        service = found;
      }
    }
    return found;
  }

  private Service find() {
    try {
      Class<?> type = Class.forName(SERVICE, true, jira);
      Object instance = components.apply(type);
      if (instance != null) {
        return new Service(instance, method(type, KEY_FOR_NAME), method(type, NAME_FOR_KEY));
      }
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return new Service(null, null, null);
    }
    return new Service(null, null, null);
  }

  private static Method method(Class<?> type, String name) {
    try {
      Method method = type.getMethod(name, String.class);
      return method.getReturnType() == String.class ? method : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Object invoke(Service service, Method method, String argument) {
    return JiraCalls.ask(
        argument,
        () -> {
          try {
            return method.invoke(service.instance(), argument);
          } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
          }
        });
  }
}
