package org.oktasync.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;

/** Reads single objects by their id, which the source answers from its truth and not an index. */
public interface SourceLookup {
  /**
   * The person with this id; empty when the source says that there is none.
   *
   * @throws SourceException when the source cannot answer
   */
  Optional<SourceUser> user(ExternalId id);

  /**
   * Those of some people whom the source has. Whoever is missing from the answer does not exist:
   * the source said so when it was asked for that very person.
   *
   * @throws SourceException when the source cannot answer
   */
  List<SourceUser> users(Collection<ExternalId> ids);

  /**
   * Whether a person is in a scope now. True as well when the person changed so lately that the
   * source may not be able to tell yet.
   *
   * @throws SourceException when the source cannot answer
   */
  boolean isInScope(ExternalId user, PeopleScope scope);

  /**
   * Why the people of a scope cannot be read; empty when nothing speaks against it. Asks for little
   * of it.
   *
   * @throws SourceException when the source cannot answer
   */
  Optional<Message> problemOf(PeopleScope scope);

  /**
   * The person with this id and every attribute that the source shows; empty when the source says
   * that there is none.
   *
   * @throws SourceException when the source cannot answer
   */
  Optional<SourceUser> wholeUser(ExternalId id);

  /**
   * People whom somebody means by a text: whose id, login or e-mail address it is, or whose name or
   * address begins with it. The best matches come first.
   *
   * @param limit at most so many are answered
   * @throws SourceException when the source cannot answer
   */
  List<SourceUser> find(String text, int limit);

  /**
   * The group with this id; empty when the source says that there is none.
   *
   * @throws SourceException when the source cannot answer
   */
  Optional<SourceGroup> group(ExternalId id);

  /**
   * Groups, with their numbers of members where the source states them, in the source's order.
   *
   * @param limit at most so many are answered
   * @throws SourceException when the source cannot answer, or the list breaks off before that
   */
  List<SourceGroup> groups(int limit);

  /**
   * All groups that this person is a direct member of; empty when the person does not exist.
   *
   * @throws SourceException when the source cannot answer
   */
  List<SourceGroup> groupsOf(ExternalId user);

  /**
   * The ids of all direct members of a group; empty when the group does not exist.
   *
   * @throws SourceException when the source cannot answer, or not in full
   */
  Set<ExternalId> members(ExternalId group);
}
