package org.oktasync.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.apply.WriteCheck;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.plan.Change;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.Reasons;
import org.oktasync.record.RunCounts;
import org.oktasync.record.Tally;
import org.oktasync.run.assets.ObjectRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListEnd;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Asks the source once more before an object is retired or deleted because the source has it no
 * longer: people and groups by id while they are few, all else by its list, once. What the source
 * says otherwise, or cannot say, is left out.
 */
final class ObjectCheck implements WriteCheck {
  private final IdentitySource source;
  private final SourceLookup lookup;
  private final ObjectRules rules;
  private final boolean few;
  private final StopSignal stop;
  private final Map<String, Set<String>> present = new HashMap<>();

  /**
   * @param planned what the plan comes to
   */
  ObjectCheck(IdentitySource source, ObjectRules rules, RunCounts planned, StopSignal stop) {
    this.source = source;
    this.lookup = source.lookup(stop);
    this.rules = rules;
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
    if (!takesAway || !change.reason().equals(Reasons.NOT_FOUND)) {
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
    if (few && mapping.get().mapsPeople() && mapping.get().search().isEmpty()) {
      return lookup.user(id).isPresent();
    } else if (few && mapping.get().dataSource().equals("/api/v1/groups")) {
      return lookup.group(id).isPresent();
    }
    return present.computeIfAbsent(mapping.get().listAddress(), this::read).contains(id.value());
  }

  private Set<String> read(String address) {
    Set<String> ids = new HashSet<>();
    ListEnd end =
        source.lists().stream(ListRequest.of(address), stop, element -> ids.add(element.id()));
    if (!end.completeness().complete()) {
      throw new SourceException(
          SourceException.Kind.RETRY,
          Message.of("list-incomplete", address, end.completeness().reason()),
          null);
    }
    return ids;
  }
}
