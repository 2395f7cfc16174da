package org.oktasync.run.guard;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.apply.WriteCheck;
import org.oktasync.control.Progress;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.model.SourceUser;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.source.Completeness;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListRequest;
import org.oktasync.source.PeopleScope;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;

/**
 * Asks the source once more before an object is retired or deleted because it is missing from the
 * list that it was made from: people and groups by id while they are few and nothing narrows their
 * list down, people of a narrower scope by that scope, all else by its list, once. What the source
 * says otherwise, or cannot say, is left out.
 */
public final class ObjectCheck implements WriteCheck {
  private static final String PEOPLE = "/api/v1/users";
  private static final String GROUPS = "/api/v1/groups";

  private final IdentitySource source;
  private final SourceLookup lookup;
  private final ObjectRules rules;
  private final PeopleScope people;
  private final Path folder;
  private final boolean few;
  private final StopSignal stop;
  private final Map<String, Set<String>> present = new HashMap<>();

  /**
   * @param people whom the connection is about
   * @param planned what the plan comes to
   * @param folder the run's own
   */
  public ObjectCheck(
      IdentitySource source,
      ObjectRules rules,
      PeopleScope people,
      RunCounts planned,
      Path folder,
      StopSignal stop) {
    this.source = source;
    this.lookup = source.lookup(stop);
    this.rules = rules;
    this.people = people;
    this.folder = folder;
    this.stop = stop;
    this.few =
        planned.get(EntityKind.OBJECT, Tally.RETIRED)
                + planned.get(EntityKind.OBJECT, Tally.DELETED)
            <= LookupCheck.MOST;
  }

  @Override
  public Optional<Message> veto(Change change) {
    boolean takesAway =
        change instanceof ObjectChange.RetireObject || change instanceof ObjectChange.DeleteObject;
    if (!takesAway || !change.reason().equals(Reasons.OBJECT_GONE)) {
      return Optional.empty();
    }
    try {
      return isThere(change) ? Optional.of(Message.of("changed-since")) : Optional.empty();
    } catch (SourceException e) {
      return Optional.of(e.problem());
    }
  }

  /** A type that is mapped no longer proves nothing. */
  private boolean isThere(Change change) {
    Optional<ObjectMapping> mapping = rules.mappingOf(change.object());
    if (mapping.isEmpty()) {
      return true;
    }
    ExternalId id = change.sourceId();
    String list = mapping.get().listAddress();
    if (list.equals(PEOPLE) && mapping.get().mapsPeople()) {
      return few && people.everyone()
          ? lookup.user(id).isPresent()
          : inScope().contains(id.value());
    } else if (few && list.equals(GROUPS)) {
      return lookup.group(id).isPresent();
    }
    return present.computeIfAbsent(list, this::read).contains(id.value());
  }

  private Set<String> inScope() {
    return present.computeIfAbsent(PEOPLE, this::readPeople);
  }

  private Set<String> readPeople(String list) {
    SyncScope scope = new SyncScope(false, false).about(people);
    try (SourceSnapshot fresh = source.read(scope, folder, stop, Progress.NONE);
        Cursor<SourceUser> users = fresh.users()) {
      mustBeWhole(list, fresh.usersCompleteness());
      Set<String> ids = new HashSet<>();
      users.forEachRemaining(user -> ids.add(user.id().value()));
      return ids;
    }
  }

  private static void mustBeWhole(String list, Completeness completeness) {
    if (!completeness.complete()) {
      throw new SourceException(
          SourceException.Kind.RETRY,
          Message.of("list-incomplete", list, completeness.reason()),
          null);
    }
  }

  private Set<String> read(String address) {
    Set<String> ids = new HashSet<>();
    ListEnd end =
        source.lists().stream(ListRequest.of(address), stop, element -> ids.add(element.id()));
    mustBeWhole(address, end.completeness());
    return ids;
  }
}
