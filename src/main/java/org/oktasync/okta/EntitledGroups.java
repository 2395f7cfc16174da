package org.oktasync.okta;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.oktasync.source.Completeness;

/**
 * The groups of an organisation, and how whole their list is.
 *
 * @param all in the server's order, each once
 */
record EntitledGroups(List<EntitledGroup> all, Completeness completeness) {
  /** No groups, because nobody needs them. */
  static final EntitledGroups NOT_NEEDED = new EntitledGroups(List.of(), Completeness.WHOLE);

  /** The groups by their ids. */
  Map<String, EntitledGroup> byId() {
    return all.stream().collect(Collectors.toMap(EntitledGroup::id, group -> group));
  }

  /**
   * The groups that applications are assigned to; empty unless that can be relied on: Everyone is
   * there, which Okta hides from administrators who see some groups only, all numbers are stated,
   * and at least one says that the server counts at all.
   */
  List<EntitledGroup> withApps() {
    boolean counted =
        completeness.complete()
            && all.stream().anyMatch(EntitledGroup::everyone)
            && all.stream().allMatch(group -> group.apps() >= 0)
            && all.stream().anyMatch(group -> group.apps() > 0);
    return counted ? all.stream().filter(group -> group.apps() > 0).toList() : List.of();
  }
}
