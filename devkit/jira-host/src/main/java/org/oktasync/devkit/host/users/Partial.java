package org.oktasync.devkit.host.users;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A service whose methods are the public methods of some plain objects. A method that none of them
 * has throws {@link UnsupportedOperationException}: better a refusal than a guess at what Jira
 * does.
 */
final class Partial implements InvocationHandler {

  private final Class<?> type;
  private final Map<Method, Object> targets = new HashMap<>();
  private final Map<Method, Method> methods = new HashMap<>();

  private Partial(Class<?> type) {
    this.type = type;
  }

  /**
   * A service of one type.
   *
   * @throws IllegalArgumentException when a part has a public method that the type does not declare
   */
  static <T> T of(Class<T> type, Object... parts) {
    Partial service = new Partial(type);
    for (Object part : parts) {
      Arrays.stream(part.getClass().getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .forEach(method -> service.add(part, method));
    }
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, service));
  }

  private void add(Object part, Method method) {
    try {
      Method declared = type.getMethod(method.getName(), method.getParameterTypes());
      targets.put(declared, part);
      methods.put(declared, method);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " does not declare " + method, e);
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] values) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, values);
    }
    Method implementation = methods.get(method);
    if (implementation == null) {
      throw new UnsupportedOperationException(
          "The Jira stand-in does not have " + type.getSimpleName() + "." + method.getName());
    }
    try {
      return implementation.invoke(targets.get(method), values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object ofObject(Object proxy, Method method, Object[] values) {
    return switch (method.getName()) {
      case "equals" -> proxy == values[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "stand-in for " + type.getName();
    };
  }
}
