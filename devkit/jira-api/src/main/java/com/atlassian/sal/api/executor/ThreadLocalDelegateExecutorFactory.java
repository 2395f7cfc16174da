package com.atlassian.sal.api.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** Wraps executors so that tasks see the caller's thread-local context. */
public interface ThreadLocalDelegateExecutorFactory {
  Executor createExecutor(Executor executor);

  ExecutorService createExecutorService(ExecutorService executor);

  ScheduledExecutorService createScheduledExecutorService(ScheduledExecutorService executor);

  Runnable createRunnable(Runnable task);

  <T> Callable<T> createCallable(Callable<T> task);
}
