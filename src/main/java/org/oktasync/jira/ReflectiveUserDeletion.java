package org.oktasync.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.oktasync.model.AccountName;
import org.oktasync.model.Message;

/**
 * What Jira itself says before somebody is deleted: whether they reported issues, have some
 * assigned, or lead a project. Jira's {@code UserService} knows it; the methods are not certain to
 * be the same in every version and are therefore called by name. Where one is missing, or does not
 * answer, nobody may be deleted. Only the question is asked: nothing is deleted here.
 */
public final class ReflectiveUserDeletion {
  static final String SERVICE = "com.atlassian.jira.bc.user.UserService";
  private static final String VALIDATE = "validateDeleteUser";

  private final UserManager users;
  private final Function<Class<?>, Object> components;
  private final Supplier<? extends Collection<AccountName>> administrators;
  private final ClassLoader jira;
  private ApplicationUser asking;

  /** What was found of the service. */
  private record Service(
      Object instance, Method validate, Method isValid, Method errors, Method messages) {}

  /**
   * @param components finds a component of Jira by its type; may answer null or throw when there is
   *     none. Asked at each use, when Jira has started
   * @param administrators who administers Jira: it answers the question to nobody else. Asked once
   */
  public ReflectiveUserDeletion(
      UserManager users,
      Function<Class<?>, Object> components,
      Supplier<? extends Collection<AccountName>> administrators) {
    this(users, components, administrators, UserManager.class.getClassLoader());
  }

  ReflectiveUserDeletion(
      UserManager users,
      Function<Class<?>, Object> components,
      Supplier<? extends Collection<AccountName>> administrators,
      ClassLoader jira) {
    this.users = users;
    this.components = components;
    this.administrators = administrators;
    this.jira = jira;
  }

  /** Why this account must not be deleted; empty when Jira has nothing against it. */
  public Optional<Message> obstacle(AccountName name) {
    try {
      Service service = service();
      ApplicationUser user = users.getUserByName(name.value());
      if (user == null) {
        return Optional.of(unchecked("no user " + name));
      }
      Object result = invoke(service.validate(), service.instance(), asking(), user);
      return (boolean) invoke(service.isValid(), result)
          ? Optional.empty()
          : Optional.of(refusal(service, result));
    } catch (Exception | LinkageError e) {
      return Optional.of(unchecked(JiraFailures.detail(e)));
    }
  }

  /** What is missing in this Jira, with what follows from it; empty when nothing is. */
  public Optional<Message> problem() {
    try {
      service();
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      String method = SERVICE + "." + VALIDATE;
      return Optional.of(Message.of("user-deletion-missing", method, JiraFailures.detail(e)));
    }
  }

  private static Message unchecked(String detail) {
    return Message.of("deletion-unchecked", detail);
  }

  private static Message refusal(Service service, Object result) throws Exception {
    Collection<?> messages =
        (Collection<?>) invoke(service.messages(), invoke(service.errors(), result));
    String first = messages.stream().map(String::valueOf).findFirst().orElse("");
    return Message.of("deletion-refused", first);
  }

  private ApplicationUser asking() {
    if (asking == null) {
      asking =
          administrators.get().stream()
              .sorted()
              .map(name -> users.getUserByName(name.value()))
              .filter(Objects::nonNull)
              .filter(ApplicationUser::isActive)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no active administrator was found"));
    }
    return asking;
  }

  private Service service() throws ReflectiveOperationException {
    Class<?> type = jira.loadClass(SERVICE);
    Object instance = components.apply(type);
    if (instance == null) {
      throw new ClassNotFoundException("Jira offers no " + SERVICE);
    }
    Method validate = type.getMethod(VALIDATE, ApplicationUser.class, ApplicationUser.class);
    Method isValid = validate.getReturnType().getMethod("isValid");
    Method errors = validate.getReturnType().getMethod("getErrorCollection");
    Method messages = errors.getReturnType().getMethod("getErrorMessages");
    boolean known =
        isValid.getReturnType() == boolean.class
            && Collection.class.isAssignableFrom(messages.getReturnType());
    if (!known) {
      throw new NoSuchMethodException("the answer of " + VALIDATE + " has another form");
    }
    return new Service(instance, validate, isValid, errors, messages);
  }

  private static Object invoke(Method method, Object target, Object... arguments) throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
