package org.oktasync.devkit.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.function.Supplier;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;
import net.java.ao.Transaction;

/**
 * Answers the calls of {@link ActiveObjects} with the method of the same name and arguments of the
 * library's entity manager. Only what the service adds stands here: transactions that join, the
 * gate before the module is enabled, and unchecked exceptions.
 */
final class EntityManagerCalls implements InvocationHandler {
  private final EntityManager entities;
  private final Runnable gate;
  private final Supplier<ActiveObjectsModuleMetaData> metaData;
  private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);

  /**
   * @param gate throws IllegalStateException while calls are not allowed
   */
  EntityManagerCalls(
      EntityManager entities, Runnable gate, Supplier<ActiveObjectsModuleMetaData> metaData) {
    this.entities = entities;
    this.gate = gate;
    this.metaData = metaData;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(this, arguments);
    }
    if (method.getName().equals("moduleMetaData")) {
      return metaData.get();
    }
    gate.run();
    return switch (method.getName()) {
      case "executeInTransaction" -> inTransaction((TransactionCallback<?>) arguments[0]);
      case "getFastCountEstimate" -> entities.count(castType(arguments[0]));
      default -> pass(method, arguments);
    };
  }

  /** Runs inside the thread's transaction, or in a new one that rolls back on any exception. */
  <T> T inTransaction(TransactionCallback<T> callback) throws SQLException {
    if (inTransaction.get()) {
      return callback.doInTransaction();
    }
    inTransaction.set(true);
    try {
      return new Transaction<T>(entities) {
        @Override
        protected T run() {
          return callback.doInTransaction();
        }
      }.execute();
    } finally {
      inTransaction.remove();
    }
  }

  private Object pass(Method method, Object... arguments) throws Throwable {
    try {
      return EntityManager.class
          .getMethod(method.getName(), method.getParameterTypes())
          .invoke(entities, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw new ActiveObjectsException(cause);
      }
      throw e.getCause();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Class castType(Object type) {
    return (Class) type;
  }
}
