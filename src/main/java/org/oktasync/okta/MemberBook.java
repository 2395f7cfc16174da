package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oktasync.model.Cursor;
import org.oktasync.model.IncompleteList;
import org.oktasync.source.Completeness;
import org.oktasync.spool.MembershipSpool;

/** The member lists of one reading and how whole each is. Safe for use by many threads. */
final class MemberBook implements AutoCloseable {
  static final String NOT_READ = "okta-not-read";

  private record Broken(String name, String reason) {}

  private final MembershipSpool spool;
  private final Map<String, Completeness> judged = new TreeMap<>();
  private final Map<String, Broken> broken = new TreeMap<>();
  private final Set<String> offCount = new TreeSet<>();

  MemberBook(MembershipSpool spool) {
    this.spool = spool;
  }

  /** Stores a list that came whole. */
  void whole(MemberList list, List<String> members) {
    spool.put(list.group(), members);
    synchronized (this) {
      judged.put(list.group(), Completeness.WHOLE);
    }
  }

  /** Stores that a list did not come whole. */
  synchronized void broken(MemberList list, String reason) {
    judged.put(list.group(), Completeness.broken(reason));
    broken.put(list.group(), new Broken(list.name(), reason));
  }

  /** Notes that a list, read twice alike, is not as long as the source states. */
  synchronized void offCount(MemberList list) {
    offCount.add(list.name());
  }

  /** The names of groups whose lists are not as long as the source states, in order. */
  synchronized List<String> offCount() {
    return List.copyOf(offCount);
  }

  /** How whole a list is; broken for one that was left out on purpose. */
  synchronized Completeness completeness(String group) {
    return judged.getOrDefault(group, Completeness.broken(NOT_READ));
  }

  /** The lists that did not come whole, in the order of their groups' ids. */
  synchronized List<IncompleteList> incomplete() {
    List<IncompleteList> lists = new ArrayList<>();
    broken
        .values()
        .forEach(list -> lists.add(new IncompleteList("members of " + list.name(), list.reason())));
    return lists;
  }

  /** Ids of the groups whose lists did not come whole, in order. */
  synchronized List<String> brokenGroups() {
    return List.copyOf(broken.keySet());
  }

  /** The members of a group in ascending order of their ids. */
  Cursor<String> members(String group) {
    return spool.members(group);
  }

  @Override
  public void close() {
    spool.close();
  }
}
