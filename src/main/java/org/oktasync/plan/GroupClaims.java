package org.oktasync.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.oktasync.mapping.CombinedGroup;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Link;

/**
 * Which group may have which name in Jira. A linked group has the name that it was linked under, as
 * long as the settings want it; of the others, one that an administrator named comes before those
 * of the source, of these the smallest id wins, and one that people bring along from another
 * directory comes last. A link that the settings no longer want gives its group of Jira up to
 * whoever wants the name now.
 */
final class GroupClaims {
  private final Map<String, ExternalId> winners = new HashMap<>();
  private final Map<String, Link> givenUp = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();

  /** A group as both sides know it. Null stands for what one side does not have. */
  record Pair(ExternalId id, DesiredGroup desired, Link link) {
    /** Whether the settings no longer want what the link stands for. */
    boolean isUnwanted() {
      return desired == null ? CombinedGroup.is(id) : desired.leftOut();
    }
  }

  GroupClaims(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (pair.link != null && !pair.isUnwanted()) {
        winners.put(pair.link.groupName().key(), pair.id);
      } else if (pair.link != null) {
        givenUp.put(pair.link.groupName().key(), pair.link);
      }
    }
    claim(pairs, group -> group.named() && !group.broughtAlong());
    claim(pairs, group -> !group.named());
    claim(pairs, DesiredGroup::broughtAlong);
  }

  private void claim(List<Pair> pairs, Predicate<DesiredGroup> some) {
    for (Pair pair : pairs) {
      if (pair.desired != null && pair.desired.name() != null) {
        wanted.add(pair.desired.name().key());
        if (pair.link == null && some.test(pair.desired)) {
          winners.putIfAbsent(pair.desired.name().key(), pair.id);
        }
      }
    }
  }

  /** Whether a group may have a name. */
  boolean won(ExternalId id, GroupName name) {
    return id.equals(winners.get(name.key()));
  }

  /** Whether nobody claims a name, so that it may be given to a group that wanted another one. */
  boolean isFree(GroupName name) {
    return !winners.containsKey(name.key()) && !givenUp.containsKey(name.key());
  }

  /** Whether any group of the source wants a name. */
  boolean isWanted(GroupName name) {
    return wanted.contains(name.key());
  }

  /** The link of a group of Jira that the settings gave up; null when there is none. */
  Link givenUp(GroupName name) {
    return givenUp.get(name.key());
  }

  /** Whether what a link stands for goes over to another group that wants its name. */
  boolean goesOver(Link link) {
    return winners.containsKey(link.groupName().key());
  }
}
