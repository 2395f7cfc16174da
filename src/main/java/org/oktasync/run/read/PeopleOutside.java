package org.oktasync.run.read;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.model.Cursor;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Link;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.MergeJoin;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Linked people who are not in the list of a scope that is not everybody. Each is asked for by id:
 * whom the source still has is out of scope, and only who is left is gone.
 *
 * @param people those whom the source still has, by id
 * @param incomplete why they could not be asked for; empty when they could
 */
record PeopleOutside(
    NavigableMap<ExternalId, DesiredAccount> people, Optional<IncompleteList> incomplete) {
  /** Nobody is outside, because everybody is in scope. */
  static final PeopleOutside NOBODY = new PeopleOutside(new TreeMap<>(), Optional.empty());

  /** The name of the list among those that did not come whole. */
  private static final String LIST = "people outside the scope";

  /**
   * Asks for everybody who is linked and not in a list.
   *
   * @param inScope everybody in scope, in order of their ids; the whole list
   * @param links the links of people, in order of their ids
   */
  static PeopleOutside ask(
      Cursor<SourceUser> inScope, Cursor<Link> links, SourceLookup lookup, MappingProfile mapping) {
    try {
      NavigableMap<ExternalId, DesiredAccount> people = new TreeMap<>();
      for (SourceUser user : lookup.users(missing(inScope, links))) {
        people.put(user.id(), mapping.account(user).outOfScope());
      }
      return new PeopleOutside(people, Optional.empty());
    } catch (SourceException e) {
      IncompleteList unknown = new IncompleteList(LIST, e.problem().code());
      return new PeopleOutside(new TreeMap<>(), Optional.of(unknown));
    }
  }

  private static List<ExternalId> missing(Cursor<SourceUser> inScope, Cursor<Link> links) {
    List<ExternalId> missing = new ArrayList<>();
    try (inScope;
        links) {
      MergeJoin.run(
          inScope,
          SourceUser::id,
          links,
          Link::externalId,
          (id, user, link) -> {
            if (user == null) {
              missing.add(id);
            }
          });
    }
    return missing;
  }

  /** Whether everybody could be asked for. */
  boolean complete() {
    return incomplete.isEmpty();
  }
}
