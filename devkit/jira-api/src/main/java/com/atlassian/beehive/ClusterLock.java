package com.atlassian.beehive;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A lock over all nodes, held by one thread of one node. */
public interface ClusterLock extends Lock {
  boolean isHeldByCurrentThread();

  @Override
  Condition newCondition();

  @Override
  void lockInterruptibly() throws InterruptedException;
}
