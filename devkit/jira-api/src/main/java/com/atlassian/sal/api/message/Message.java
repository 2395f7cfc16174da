package com.atlassian.sal.api.message;

import java.io.Serializable;

/** A text key with its arguments, to be resolved later. */
public interface Message extends Serializable {
  String getKey();

  Serializable[] getArguments();
}
