package org.oktasync.devkit.host.event;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the annotated methods of the registered listeners on the publisher's thread. What a
 * listener throws is logged and does not reach the publisher, as in Jira.
 */
public final class AnnotatedEventPublisher implements EventPublisher {
  private static final Logger log = LoggerFactory.getLogger(AnnotatedEventPublisher.class);

  private final List<Object> listeners = new CopyOnWriteArrayList<>();

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when an annotated method does not have exactly one parameter
   */
  @Override
  public void register(Object listener) {
    for (Method method : listener.getClass().getMethods()) {
      if (method.isAnnotationPresent(EventListener.class) && method.getParameterCount() != 1) {
        throw new IllegalArgumentException("An event listener takes one event: " + method);
      }
    }
    listeners.add(listener);
  }

  @Override
  public void unregister(Object listener) {
    listeners.removeIf(known -> known == listener);
  }

  @Override
  public void unregisterAll() {
    listeners.clear();
  }

  @Override
  public void publish(Object event) {
    for (Object listener : listeners) {
      for (Method method : listener.getClass().getMethods()) {
        if (method.isAnnotationPresent(EventListener.class)
            && method.getParameterTypes()[0].isInstance(event)) {
          call(listener, method, event);
        }
      }
    }
  }

  private static void call(Object listener, Method method, Object event) {
    try {
      method.invoke(listener, event);
    } catch (InvocationTargetException e) {
      log.error("Listener {} failed on {}", method, event, e.getCause());
    } catch (IllegalAccessException e) {
      log.error("Listener {} is not accessible; is its class public?", method, e);
    }
  }
}
