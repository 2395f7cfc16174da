package org.oktasync.run.read;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.config.Connection;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.MappingProfile;
import org.oktasync.mapping.Reach;
import org.oktasync.model.Cursor;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.IncompleteList;
import org.oktasync.model.Message;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.record.Finding;
import org.oktasync.record.SyncRun;
import org.oktasync.rows.RowStore;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.ports.RunWatch;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSnapshot;
import org.oktasync.source.SyncScope;
import org.oktasync.target.DirectoryTarget;

/**
 * Reads both sides for a trial: the first people in scope who are active, by their ids, so that a
 * second trial is about the same ones. The list of people is read, for no source sorts by id; of
 * groups, what costs less: the groups of each of them, or the members of each group.
 */
public final class TrialReader {
  /** So many members come with one call. */
  private static final long MEMBERS_OF_A_CALL = 200;

  private final RunPorts ports;
  private final Connection connection;
  private final DirectoryTarget target;
  private final IdentitySource source;
  private final Path folder;
  private final RunWatch watch;
  private final Clock clock;
  private final RunRules rules;

  /**
   * @param folder where lists are stored; private to the run
   */
  public TrialReader(
      RunPorts ports,
      Connection connection,
      DirectoryTarget target,
      IdentitySource source,
      Path folder,
      RunWatch watch,
      Clock clock) {
    this.ports = ports;
    this.connection = connection;
    this.target = target;
    this.source = source;
    this.folder = folder;
    this.watch = watch;
    this.clock = clock;
    this.rules = new RunRules(connection.settings());
  }

  /**
   * Reads as many people as the run is about.
   *
   * @throws SourceException when the source cannot be read
   */
  public TrialReading read(SyncRun run) {
    SyncScope scope = rules.scope();
    try (SourceSnapshot lists =
        source.read(scope.withoutMemberships(), folder, watch.stop(), watch)) {
      return new Trial(run, lists).reading();
    }
  }

  /** The work on one trial. */
  private final class Trial {
    private final SyncRun run;
    private final SourceSnapshot lists;
    private final SourceLookup lookup = source.lookup(watch.stop());
    private final MappingProfile mapping = rules.mapping();
    private final LinkBook links = new LinkBook(ports.links(), connection.id(), RowStore.IN_MEMORY);
    private final Set<Finding> standing = ports.findings().standing(connection.id());
    private final PersonDelta delta = new PersonDelta(clock.instant());
    private final DeltaPeople people =
        new DeltaPeople(lookup, mapping, links, standing, listed -> true);
    private final DeltaGroups groups = DeltaGroups.ofSomePeople(delta, lookup, mapping, links);
    private final List<IncompleteList> incomplete = new ArrayList<>();

    Trial(SyncRun run, SourceSnapshot lists) {
      this.run = run;
      this.lists = lists;
    }

    TrialReading reading() {
      choose();
      if (rules.scope().memberships()) {
        groupsOfPeople().forEach(groups::joins);
        groups.people(people.ids());
      }
      DeltaCurrent current =
          new DeltaCurrent(
              new TargetState(connection, ports, target, run.actors()),
              target,
              mapping.people().further(),
              RestingPeople.among(standing),
              links,
              people,
              groups);
      long linked = ports.links().count(connection.id(), EntityKind.USER);
      Message told = Message.of("run-is-trial", people.ids().size(), lists.userCount());
      return new TrialReading(
          delta,
          people,
          groups,
          current,
          ports.standing(connection, linked),
          linked,
          incomplete,
          told);
    }

    private void choose() {
      if (!lists.usersCompleteness().complete()) {
        incomplete.add(new IncompleteList("users", lists.usersCompleteness().reason()));
      }
      try (Cursor<SourceUser> inScope = lists.users()) {
        while (inScope.hasNext() && people.ids().size() < run.extent().limit()) {
          SourceUser user = inScope.next();
          DesiredAccount wanted = mapping.account(user);
          if (wanted.active() && wanted.reach() == Reach.IN_SCOPE) {
            people.add(user);
          }
        }
      }
    }

    private Map<ExternalId, List<SourceGroup>> groupsOfPeople() {
      List<SourceGroup> wanted = wantedGroups();
      boolean fewGroups =
          lists.groupsCompleteness().complete()
              && wanted.stream().mapToLong(Trial::calls).sum() < people.ids().size();
      return fewGroups
          ? byMembers(wanted)
          : people.ids().stream().collect(Collectors.toMap(id -> id, lookup::groupsOf));
    }

    private List<SourceGroup> wantedGroups() {
      List<SourceGroup> wanted = new ArrayList<>();
      try (Cursor<SourceGroup> all = lists.groups()) {
        while (all.hasNext()) {
          SourceGroup group = all.next();
          if (rules.scope().wantsMembers(group)) {
            wanted.add(group);
          }
        }
      }
      return wanted;
    }

    /** A group of unknown size may be as large as the organisation. */
    private static long calls(SourceGroup group) {
      return group.statedMembers().isPresent()
          ? 1 + group.statedMembers().getAsLong() / MEMBERS_OF_A_CALL
          : Integer.MAX_VALUE;
    }

    /** One group in memory at a time; a list that breaks off adds nobody. */
    private Map<ExternalId, List<SourceGroup>> byMembers(List<SourceGroup> wanted) {
      Map<ExternalId, List<SourceGroup>> found = new HashMap<>();
      for (SourceGroup group : wanted) {
        try {
          Set<ExternalId> inside = new TreeSet<>(people.ids());
          inside.retainAll(lookup.members(group.id()));
          inside.forEach(id -> found.computeIfAbsent(id, none -> new ArrayList<>()).add(group));
        } catch (SourceException e) {
          incomplete.add(new IncompleteList("members of " + group.id(), e.problem().code()));
        }
      }
      return found;
    }
  }
}
