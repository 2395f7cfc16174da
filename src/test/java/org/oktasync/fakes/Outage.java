package org.oktasync.fakes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A database that goes away and comes back, before stores that would not mind. */
public final class Outage {
  private volatile boolean away;
  private int refused;

  /** Nothing is stored or read from now on: every call fails. */
  public void begin() {
    away = true;
  }

  /** Everything works again, and what was stored before is there. */
  public void end() {
    away = false;
  }

  /** How many calls have failed so far. */
  public int refused() {
    return refused;
  }

  /** The store, as far as the database is there. */
  public <T> T before(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (away) {
                refused++;
                throw new IllegalStateException("the database does not answer");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
