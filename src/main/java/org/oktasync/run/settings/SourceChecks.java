package org.oktasync.run.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.oktasync.config.AttributeSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.GroupSettings;
import org.oktasync.config.ScopeSettings;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.AttributeMapping;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;
import org.oktasync.run.ports.SourceFactory;
import org.oktasync.run.rules.MappingReader;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceLookup;

/**
 * Asks the source whether settings can take effect, before they are saved: whether what they name
 * is there. Only what changed is asked about. A source that does not answer keeps nobody from
 * saving.
 */
final class SourceChecks {
  /** Attributes that no schema describes. */
  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "id",
          "status",
          "created",
          "activated",
          "statusChanged",
          "lastLogin",
          "lastUpdated",
          "passwordChanged",
          "type.id",
          "realmId");

  private static final String IN_APP = "appUser.";
  private static final int MOST_GROUPS = 10_000;

  private final SourceFactory sources;

  SourceChecks(SourceFactory sources) {
    this.sources = sources;
  }

  /**
   * Asks about a connection that is to be saved.
   *
   * @param before its settings until now; the defaults for a new one
   * @return what could not be found out, and what may not be meant, for a person
   * @throws SettingsRejectedException when something that the settings name is not there
   */
  List<Message> check(Connection unsaved, ConnectionSettings before) {
    ConnectionSettings settings = unsaved.settings();
    boolean scope = !settings.scope().equals(before.scope());
    boolean mapping = !settings.mapping().equals(before.mapping());
    boolean groups = !settings.groups().map().equals(before.groups().map());
    boolean canary = !settings.guardrails().canary().equals(before.guardrails().canary());
    if (!scope && !mapping && !groups && !canary) {
      return List.of();
    }
    List<Message> remarks = new ArrayList<>();
    List<FieldProblem> problems = new ArrayList<>();
    try (IdentitySource source = sources.open(unsaved)) {
      StopSignal stop = new StopSignal();
      if (scope) {
        scopeProblem(settings, source.lookup(stop)).ifPresent(problems::add);
      }
      if (groups && problems.isEmpty()) {
        problems.addAll(unknownGroups(settings, before, source.lookup(stop)));
      }
      if (mapping && problems.isEmpty()) {
        problems.addAll(unknownAttributes(settings, source, stop));
      }
      if ((mapping || scope) && problems.isEmpty()) {
        problems.addAll(unknownInApplication(settings, source, stop));
      }
      if (canary) {
        remarks.addAll(unseenCanaries(settings, source.lookup(stop)));
      }
    } catch (SourceException e) {
      return List.of(Message.of("settings-unchecked"), e.problem());
    }
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    return remarks;
  }

  /** One that is not there yet is no mistake: it stops every run until it is. */
  private static List<Message> unseenCanaries(ConnectionSettings settings, SourceLookup lookup) {
    return new RunRules(settings)
        .canaries().unseen(lookup).stream()
            .map(name -> Message.of("settings-canary-unseen", name))
            .toList();
  }

  /** Rows that stood there before may name a group that has vanished since: they are marked. */
  private static List<FieldProblem> unknownGroups(
      ConnectionSettings settings, ConnectionSettings before, SourceLookup lookup) {
    Set<String> old =
        before.groups().map().stream().map(GroupSettings.Row::source).collect(Collectors.toSet());
    List<FieldProblem> problems = new ArrayList<>();
    List<GroupSettings.Row> rows = settings.groups().map();
    Set<String> known = null;
    for (int i = 0; i < rows.size(); i++) {
      String source = rows.get(i).source();
      if (!source.isEmpty() && !old.contains(source)) {
        known = known == null ? idsOf(lookup) : known;
        if (!known.contains(source) && lookup.group(new ExternalId(source)).isEmpty()) {
          String field = "groups.map." + i + ".source";
          problems.add(FieldProblem.of(field, "scope-group-unknown", source));
        }
      }
    }
    return problems;
  }

  private static Set<String> idsOf(SourceLookup lookup) {
    return lookup.groups(MOST_GROUPS).stream()
        .map(group -> group.id().value())
        .collect(Collectors.toSet());
  }

  /** What is wrong with the scope of settings, at its field; empty when nothing is. */
  static Optional<FieldProblem> scopeProblem(ConnectionSettings settings, SourceLookup lookup) {
    String field =
        switch (settings.scope().people()) {
          case ScopeSettings.GROUPS -> "scope.groups";
          case ScopeSettings.APPLICATION -> "scope.application";
          default -> "scope.expression";
        };
    return lookup
        .problemOf(new RunRules(settings).scope().people())
        .map(problem -> new FieldProblem(field, problem));
  }

  private static List<FieldProblem> unknownAttributes(
      ConnectionSettings settings, IdentitySource source, StopSignal stop) {
    Set<String> known =
        source.schemas().userTypes(stop).stream()
            .flatMap(type -> type.attributes().stream())
            .map(SourceAttribute::path)
            .collect(Collectors.toSet());
    if (known.isEmpty()) {
      return List.of();
    }
    return problemsOf(
        settings,
        path -> !known.contains(path) && !ALWAYS_THERE.contains(path) && !path.startsWith(IN_APP),
        "account-mapping-attribute-unknown");
  }

  /** Each application describes its users in a schema of its own. */
  private static List<FieldProblem> unknownInApplication(
      ConnectionSettings settings, IdentitySource source, StopSignal stop) {
    boolean used =
        new RunRules(settings).mapping().paths().stream().anyMatch(path -> path.startsWith(IN_APP));
    if (!used || !settings.scope().people().equals(ScopeSettings.APPLICATION)) {
      return List.of();
    }
    Set<String> known =
        source.schemas().appUserAttributes(settings.scope().application(), stop).stream()
            .map(attribute -> IN_APP + attribute.path())
            .collect(Collectors.toSet());
    return problemsOf(
        settings,
        path -> path.startsWith(IN_APP) && !known.contains(path),
        "account-mapping-app-attribute-unknown");
  }

  /** A problem at the field of each attribute that is none. */
  private static List<FieldProblem> problemsOf(
      ConnectionSettings settings, Predicate<String> unknown, String code) {
    List<FieldProblem> problems = new ArrayList<>();
    List<AttributeMapping> mappings = new MappingReader(new ArrayList<>()).read(settings.mapping());
    for (int i = 0; i < mappings.size(); i++) {
      AttributeSettings attribute = settings.mapping().attributes().get(i);
      String at = "mapping.attributes." + i;
      for (String path : mappings.get(i).paths()) {
        if (unknown.test(path)) {
          String field = path.equals(attribute.source()) ? ".source" : ".steps";
          problems.add(FieldProblem.of(at + field, code, path));
        }
      }
    }
    return problems;
  }
}
