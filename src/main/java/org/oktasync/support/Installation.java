package org.oktasync.support;

import java.util.List;
import java.util.Map;

/** Where the product runs, as far as it can be told. */
public interface Installation {
  /** Versions and makers by what they are of, for example {@code jira}; never fails. */
  Map<String, String> versions();

  /** The name of this node. */
  String node();

  /** The nodes of the cluster that are alive; this one alone without a cluster. */
  List<String> liveNodes();
}
