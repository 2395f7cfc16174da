package com.atlassian.sal.api.lifecycle;

/** Told when the system is ready and before it goes; only called on exported services. */
public interface LifecycleAware {
  void onStart();

  void onStop();
}
