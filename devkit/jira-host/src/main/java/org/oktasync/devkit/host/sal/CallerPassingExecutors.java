package org.oktasync.devkit.host.sal;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.executor.ThreadLocalDelegateExecutorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.oktasync.devkit.host.security.ThreadCaller;

/** Gives tasks the caller of the thread that handed them in, and takes it away afterwards. */
public final class CallerPassingExecutors implements ThreadLocalDelegateExecutorFactory {
  private final ThreadCaller caller;

  /** The caller that is passed on. */
  public CallerPassingExecutors(ThreadCaller caller) {
    this.caller = caller;
  }

  @Override
  public Executor createExecutor(Executor delegate) {
    return task -> delegate.execute(createRunnable(task));
  }

  @Override
  public ExecutorService createExecutorService(ExecutorService delegate) {
    return wrap(ExecutorService.class, delegate);
  }

  @Override
  public ScheduledExecutorService createScheduledExecutorService(
      ScheduledExecutorService delegate) {
    return wrap(ScheduledExecutorService.class, delegate);
  }

  @Override
  public Runnable createRunnable(Runnable task) {
    ApplicationUser user = caller.getLoggedInUser();
    return () -> {
      ApplicationUser before = caller.getLoggedInUser();
      caller.setLoggedInUser(user);
      try {
        task.run();
      } finally {
        caller.setLoggedInUser(before);
      }
    };
  }

  @Override
  public <T> Callable<T> createCallable(Callable<T> task) {
    ApplicationUser user = caller.getLoggedInUser();
    return () -> {
      ApplicationUser before = caller.getLoggedInUser();
      caller.setLoggedInUser(user);
      try {
        return task.call();
      } finally {
        caller.setLoggedInUser(before);
      }
    };
  }

  private <T extends Executor> T wrap(Class<T> type, T delegate) {
    Object proxy =
        Proxy.newProxyInstance(
            CallerPassingExecutors.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object[] wrapped = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < wrapped.length; i++) {
                wrapped[i] = wrapTask(wrapped[i]);
              }
              try {
                return method.invoke(delegate, wrapped);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  private Object wrapTask(Object argument) {
    if (argument instanceof Collection<?> tasks) {
      return tasks.stream().map(this::wrapTask).toList();
    }
    if (argument instanceof Runnable task) {
      return createRunnable(task);
    }
    return argument instanceof Callable<?> task ? createCallable(task) : argument;
  }
}
