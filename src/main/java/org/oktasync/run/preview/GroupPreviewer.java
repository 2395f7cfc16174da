package org.oktasync.run.preview;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.GroupSettings;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.mapping.DesiredGroup;
import org.oktasync.mapping.GroupMapping;
import org.oktasync.mapping.NameRules;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.GroupName;
import org.oktasync.model.Message;
import org.oktasync.model.NamePatterns;
import org.oktasync.model.SourceGroup;
import org.oktasync.plan.NameHolder;
import org.oktasync.run.ports.Remembered;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.preview.GroupPreview.Holder;
import org.oktasync.run.preview.GroupPreview.Opening;
import org.oktasync.run.preview.GroupPreview.Standing;
import org.oktasync.run.rules.GroupReader;
import org.oktasync.target.ApplicationSeats;
import org.oktasync.target.DirectoryTarget;
import org.oktasync.target.ProtectedAccounts;

/** Shows an administrator what settings make of groups, before they are saved. */
public final class GroupPreviewer {
  /** Somebody who tries this and that does not read a long list every time. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final RunPorts ports;
  private final Remembered<List<SourceGroup>> groups;

  public GroupPreviewer(RunPorts ports, SourcePreview source, Clock clock) {
    this.ports = ports;
    this.groups = new Remembered<>(clock, FRESH, source::groups);
  }

  /**
   * What somebody wants to see.
   *
   * @param text a part of the names of groups; empty for all
   * @param most so many groups at most
   * @param sample a name to be tried; empty for none
   */
  public record Wish(String text, int most, String sample) {}

  /**
   * Works it out.
   *
   * @param settings saved or not
   * @throws SettingsRejectedException when the rules for groups cannot be used
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   * @throws org.oktasync.target.TargetException when the directory cannot be asked
   */
  public GroupPreview preview(Connection connection, ConnectionSettings settings, Wish wish) {
    List<FieldProblem> problems = new ArrayList<>();
    GroupMapping mapping = new GroupReader(problems).read(settings.groups());
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    List<SourceGroup> all = groups.of(connection);
    Work work = new Work(connection, settings, mapping);
    String text = wish.text().toLowerCase(Locale.ROOT);
    List<SourceGroup> found =
        all.stream().filter(group -> group.name().toLowerCase(Locale.ROOT).contains(text)).toList();
    return new GroupPreview(
        found.size(),
        found.stream().limit(wish.most()).map(work::shown).toList(),
        work.rows(all),
        wish.sample().isBlank() ? Optional.empty() : Optional.of(work.named(wish.sample())));
  }

  /** One preview. */
  private final class Work {
    private final Connection connection;
    private final ConnectionSettings settings;
    private final GroupMapping mapping;
    private final ProtectedAccounts guarded;
    private final NamePatterns listed;
    private final ApplicationSeats seats;
    private final DirectoryTarget target;

    Work(Connection connection, ConnectionSettings settings, GroupMapping mapping) {
      this.connection = connection;
      this.settings = settings;
      this.mapping = mapping;
      this.guarded = ports.targets().protectedAccounts();
      this.listed = new NamePatterns(settings.guardrails().protectedGroups());
      this.seats = ports.targets().applicationSeats();
      this.target = ports.targets().directories().open(connection.settings().directoryId());
    }

    GroupPreview.Shown shown(SourceGroup group) {
      Optional<DesiredGroup> desired = mapping.group(group);
      if (desired.isEmpty()) {
        return new GroupPreview.Shown(group, Standing.BUILT_IN, Optional.empty(), Optional.empty());
      } else if (desired.get().leftOut()) {
        return new GroupPreview.Shown(group, Standing.LEFT_OUT, Optional.empty(), Optional.empty());
      } else if (desired.get().problem() != null) {
        Message why = Message.of(desired.get().problem().code(), desired.get().problem().detail());
        return new GroupPreview.Shown(group, Standing.UNUSABLE, Optional.empty(), Optional.of(why));
      }
      return new GroupPreview.Shown(
          group,
          Standing.TAKEN,
          Optional.of(target(desired.get().name(), group.statedMembers(), false)),
          Optional.empty());
    }

    List<GroupPreview.Row> rows(List<SourceGroup> all) {
      Map<String, SourceGroup> byId = new HashMap<>();
      all.forEach(group -> byId.put(group.id().value(), group));
      List<GroupPreview.Row> rows = new ArrayList<>();
      for (GroupSettings.Row row : settings.groups().map()) {
        Optional<SourceGroup> source = Optional.ofNullable(byId.get(row.source()));
        OptionalLong members = source.map(SourceGroup::statedMembers).orElse(OptionalLong.empty());
        Optional<GroupPreview.Target> target =
            NameRules.problemOf("group-name", NameRules.clean(row.target())).isPresent()
                ? Optional.empty()
                : Optional.of(target(new GroupName(row.target()), members, row.administration()));
        rows.add(new GroupPreview.Row(source, target));
      }
      return rows;
    }

    /** A typed name goes the way of a group that has it. */
    GroupPreview.Named named(String name) {
      SourceGroup typed =
          new SourceGroup(new ExternalId("typed"), "", name, "", OptionalLong.empty());
      DesiredGroup desired = mapping.group(typed).orElseThrow();
      if (desired.leftOut()) {
        return new GroupPreview.Named(Optional.empty(), Optional.of(Message.of("group-left-out")));
      }
      return desired.problem() == null
          ? new GroupPreview.Named(Optional.of(desired.name()), Optional.empty())
          : new GroupPreview.Named(
              Optional.empty(),
              Optional.of(Message.of(desired.problem().code(), desired.problem().detail())));
    }

    private GroupPreview.Target target(
        GroupName name, OptionalLong members, boolean mayAdminister) {
      boolean protects =
          listed.matches(name) || (!mayAdminister && guarded.givesAdministration(name));
      List<Opening> opens =
          seats.applications().stream()
              .filter(one -> one.groups().contains(name))
              .map(one -> new Opening(one.name(), one.seats(), one.used(), members))
              .toList();
      return new GroupPreview.Target(name, holder(name), protects, opens);
    }

    private Holder holder(GroupName name) {
      NameHolder holder = target.holderOf(name);
      if (holder != NameHolder.TARGET) {
        return holder == NameHolder.FREE ? Holder.FREE : Holder.ELSEWHERE;
      }
      boolean ours =
          ports.links().findByName(connection.id(), EntityKind.GROUP, name.value()).isPresent();
      return ours ? Holder.OURS : Holder.UNOWNED;
    }
  }
}
