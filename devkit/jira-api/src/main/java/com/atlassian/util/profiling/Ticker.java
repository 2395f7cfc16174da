package com.atlassian.util.profiling;

import java.io.Closeable;

/** A running timer; Active Objects closes it. */
public interface Ticker extends Closeable {
  @Override
  void close();
}
