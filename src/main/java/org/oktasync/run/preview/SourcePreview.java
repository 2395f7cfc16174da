package org.oktasync.run.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.oktasync.config.AttributeSettings;
import org.oktasync.config.Connection;
import org.oktasync.config.ConnectionSettings;
import org.oktasync.config.FieldProblem;
import org.oktasync.config.ScopeSettings;
import org.oktasync.config.SettingsRejectedException;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.AttributeMapping;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.mapping.Transformed;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceUser;
import org.oktasync.run.ports.RunPorts;
import org.oktasync.run.rules.MappingReader;
import org.oktasync.run.rules.RunRules;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceLookup;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.UserType;

/** Shows an administrator single people of the source, and what a mapping makes of them. */
public final class SourcePreview {
  /** So many people are shown as answers to one question. */
  private static final int MOST = 10;

  /** So many groups are shown to be chosen from. */
  private static final int MOST_GROUPS = 10_000;

  private final RunPorts ports;

  public SourcePreview(RunPorts ports) {
    this.ports = ports;
  }

  /**
   * One attribute of a person on its way to Jira.
   *
   * @param attribute the attribute as the settings have it
   * @param way the value in the source, then after each step; ends early where a step fails
   */
  public record Mapped(AttributeSettings attribute, List<Transformed> way) {}

  /**
   * A person as a mapping sees them.
   *
   * @param attributes one entry for each attribute of the mapping
   * @param account what Jira should hold
   */
  public record MappedPerson(SourceUser person, List<Mapped> attributes, DesiredAccount account) {}

  /**
   * People whom somebody means by a text.
   *
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public List<SourceUser> people(Connection connection, String text) {
    return text.isBlank() ? List.of() : asking(connection, lookup -> lookup.find(text, MOST));
  }

  /**
   * A person with every attribute; empty when the source has none of this id.
   *
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public Optional<SourceUser> person(Connection connection, String id) {
    return asking(connection, lookup -> lookup.wholeUser(new ExternalId(id)));
  }

  /**
   * What settings, saved or not, make of a person; empty when the source has none of this id.
   *
   * @throws SettingsRejectedException when the mapping cannot be used
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public Optional<MappedPerson> mapped(
      Connection connection, ConnectionSettings settings, String id) {
    List<FieldProblem> problems = new ArrayList<>();
    List<AttributeMapping> mappings = new MappingReader(problems).read(settings.mapping());
    if (!problems.isEmpty()) {
      throw new SettingsRejectedException(problems);
    }
    return person(connection, id).map(person -> mapped(settings, mappings, person));
  }

  private static MappedPerson mapped(
      ConnectionSettings settings, List<AttributeMapping> mappings, SourceUser person) {
    List<Mapped> attributes = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      List<Transformed> way = mappings.get(i).trace(person.attributes());
      attributes.add(new Mapped(settings.mapping().attributes().get(i), way));
    }
    return new MappedPerson(person, attributes, new RunRules(settings).mapping().account(person));
  }

  /**
   * The groups of the source, by name.
   *
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public List<SourceGroup> groups(Connection connection) {
    return asking(connection, lookup -> lookup.groups(MOST_GROUPS)).stream()
        .sorted(Comparator.comparing(SourceGroup::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /**
   * The attributes that mappings may use.
   *
   * @param types of people, by their type
   * @param inApp of the users of the application of the scope; empty where the scope is another
   */
  public record KnownAttributes(List<UserType> types, List<SourceAttribute> inApp) {}

  /**
   * Every attribute that the source's schemas describe.
   *
   * @param settings whose scope decides whether an application's attributes are among them
   * @throws org.oktasync.source.SourceException when the source cannot be asked
   */
  public KnownAttributes attributes(Connection connection, ConnectionSettings settings) {
    ScopeSettings scope = settings.scope();
    boolean ofApp = scope.people().equals(ScopeSettings.APPLICATION);
    return withSource(
        connection,
        source -> {
          SourceSchemas schemas = source.schemas();
          StopSignal stop = new StopSignal();
          return new KnownAttributes(
              schemas.userTypes(stop),
              ofApp ? schemas.appUserAttributes(scope.application(), stop) : List.of());
        });
  }

  private <T> T asking(Connection connection, Function<SourceLookup, T> question) {
    return withSource(connection, source -> question.apply(source.lookup(new StopSignal())));
  }

  private <T> T withSource(Connection connection, Function<IdentitySource, T> work) {
    try (IdentitySource source = ports.sources().open(connection)) {
      return work.apply(source);
    }
  }
}
