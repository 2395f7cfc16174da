package org.oktasync.web.rest;

import static org.mockito.Mockito.mock;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mockito.Answers;
import org.oktasync.run.ports.RunPorts;

/** Makes resources whose services do nothing but note that they were used. */
final class WatchedServices {
  private final RestEntry entry;
  private final List<String> used = new ArrayList<>();

  WatchedServices(RestEntry entry) {
    this.entry = entry;
  }

  /** A resource of this class. */
  Object make(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    return make(constructor);
  }

  /** The services used since {@link #forget()}. */
  List<String> used() {
    return List.copyOf(used);
  }

  void forget() {
    used.clear();
  }

  private Object make(Constructor<?> constructor) {
    try {
      return constructor.newInstance(
          Arrays.stream(constructor.getParameterTypes()).map(this::service).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(constructor + " failed", e);
    }
  }

  private Object service(Class<?> type) {
    if (type == RestEntry.class) {
      return entry;
    } else if (type == RunPorts.class) {
      return make(RunPorts.class.getDeclaredConstructors()[0]);
    }
    return mock(
        type,
        call -> {
          used.add(type.getSimpleName() + "." + call.getMethod().getName());
          return Answers.RETURNS_DEFAULTS.answer(call);
        });
  }
}
