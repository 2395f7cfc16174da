package org.oktasync.run.read;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.Connection;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.mapping.Reach;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;
import org.oktasync.model.SourceGroup;
import org.oktasync.plan.LeaverPolicy;
import org.oktasync.record.Finding;
import org.oktasync.rows.RowStore;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.SourceLookup;
import org.oktasync.target.DirectoryTarget;

/**
 * Reads both sides for one person: asks the source for them and their groups by id, and Jira for
 * their account and its groups. Nobody else is looked at, not even whoever holds a name that the
 * person should have: such a change is left to a run about everybody.
 */
public final class PersonReader {
  private final RunPorts ports;
  private final Connection connection;
  private final DirectoryTarget target;
  private final SourceLookup lookup;
  private final Set<String> actors;
  private final Instant now;
  private final RunRules rules;

  /**
   * @param actors user names of who asked for it, who are protected
   */
  public PersonReader(
      RunPorts ports,
      Connection connection,
      DirectoryTarget target,
      SourceLookup lookup,
      Set<String> actors,
      Clock clock) {
    this.ports = ports;
    this.connection = connection;
    this.target = target;
    this.lookup = lookup;
    this.actors = actors;
    this.now = clock.instant();
    this.rules = new RunRules(connection.settings());
  }

  /**
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public PersonReading read(OnePerson one) {
    MappingProfile mapping = rules.mapping();
    LinkBook links = new LinkBook(ports.links(), connection.id(), RowStore.IN_MEMORY);
    Set<Finding> standing = ports.findings().standing(connection.id());
    PersonDelta delta = new PersonDelta(now);
    DeltaPeople people = new DeltaPeople(lookup, mapping, links, standing, this::isInScope);
    DeltaGroups groups = DeltaGroups.ofSomePeople(delta, lookup, mapping, links);
    DeltaCurrent current =
        new DeltaCurrent(
            new TargetState(connection, ports, target, actors),
            target,
            mapping.people().further(),
            RestingPeople.among(standing),
            links,
            people,
            groups);
    List<SourceGroup> in = new Person(one, people, groups, current).read();
    long linked = ports.links().count(connection.id(), EntityKind.USER);
    return new PersonReading(
        delta, people, groups, current, ports.standing(connection, linked), linked, in);
  }

  private boolean isInScope(ExternalId id) {
    return rules.scope().people().everyone() || lookup.isInScope(id, rules.scope().people());
  }

  /** The work on one person. */
  private final class Person {
    private final OnePerson one;
    private final DeltaPeople people;
    private final DeltaGroups groups;
    private final DeltaCurrent current;

    Person(OnePerson one, DeltaPeople people, DeltaGroups groups, DeltaCurrent current) {
      this.one = one;
      this.people = people;
      this.groups = groups;
      this.current = current;
    }

    /** Answers the groups that the person is in. */
    List<SourceGroup> read() {
      people.ask(one.id());
      DesiredAccount wanted = people.desired().get(one.id());
      boolean there = wanted != null && wanted.active() && wanted.reach() == Reach.IN_SCOPE;
      if (one.additionsOnly() && !there) {
        people.forget(one.id());
        return List.of();
      }
      List<SourceGroup> in =
          wanted == null || !rules.scope().memberships() ? List.of() : lookup.groupsOf(one.id());
      if (there && rules.scope().memberships()) {
        memberships(wanted, in);
      } else if (!there) {
        takeOutOfGroups(wanted);
      }
      return in;
    }

    private void memberships(DesiredAccount wanted, List<SourceGroup> in) {
      groups.joins(one.id(), in);
      groups.people(Set.of(one.id()));
      if (one.additionsOnly()) {
        return;
      }
      Set<ExternalId> ids = in.stream().map(SourceGroup::id).collect(Collectors.toSet());
      for (Link group : new ArrayList<>(current.groupsOf(wanted))) {
        if (!groups.holds(group.externalId(), ids)) {
          groups.leaves(one.id(), group.externalId());
        }
      }
    }

    private void takeOutOfGroups(DesiredAccount wanted) {
      boolean leaves = rules.policy(now).leavers().policyFor(wanted) == LeaverPolicy.REMOVE_GROUPS;
      if (leaves) {
        current.groupsOf(one.id()).forEach(group -> groups.leaves(one.id(), group.externalId()));
      }
    }
  }
}
