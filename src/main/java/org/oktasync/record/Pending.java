package org.oktasync.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the next reading of what changed looks at again, whatever changed by then.
 *
 * @param users ids of people with whom the last run failed
 * @param groups ids of groups with which the last run failed
 * @param objects ids of objects of lists with which the last run failed, by the heading of the
 *     mapping of their list
 */
public record Pending(List<String> users, List<String> groups, Map<String, List<String>> objects) {
  /** Nothing. */
  public static final Pending NONE = new Pending(List.of(), List.of(), Map.of());

  public Pending {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    Map<String, List<String>> copy = new TreeMap<>();
    objects.forEach((heading, ids) -> copy.put(heading, List.copyOf(ids)));
    objects = Map.copyOf(copy);
  }

  /** The objects of one list. */
  public List<String> of(String heading) {
    return objects.getOrDefault(heading, List.of());
  }

  /** Objects of some lists alone. */
  public Pending ofLists(Set<String> headings) {
    Map<String, List<String>> some = new TreeMap<>(objects);
    some.keySet().retainAll(headings);
    return new Pending(List.of(), List.of(), some);
  }

  /** This and that, each once. */
  public Pending and(Pending other) {
    Map<String, List<String>> both = new TreeMap<>(objects);
    other.objects.forEach((heading, ids) -> both.merge(heading, ids, Pending::united));
    return new Pending(united(users, other.users), united(groups, other.groups), both);
  }

  private static List<String> united(List<String> some, List<String> more) {
    Set<String> both = new LinkedHashSet<>(some);
    both.addAll(more);
    return new ArrayList<>(both);
  }
}
