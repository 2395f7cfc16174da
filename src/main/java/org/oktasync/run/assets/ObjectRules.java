package org.oktasync.run.assets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.MissingSettings;
import org.oktasync.mapping.assets.AssetsMapping;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.ParsedMapping;
import org.oktasync.mapping.assets.Section;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.assets.MissingPolicy;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.source.ThingKind;
import org.oktasync.target.TargetException;

/** What the Assets settings of a connection mean to a run. */
public final class ObjectRules {
  private static final Map<String, ThingKind> SECTIONS =
      Map.of(
          Section.APPS, ThingKind.APPS,
          Section.ROLES, ThingKind.ROLES,
          Section.DEVICES, ThingKind.DEVICES);

  private final AssetsSettings settings;
  private final ParsedMapping parsed;
  private final TypeNames names;

  public ObjectRules(AssetsSettings settings) {
    this.settings = settings;
    this.parsed = MappingParser.parse(settings.mapping());
    this.names = TypeNames.byHeading(settings.usersType());
  }

  /** Whether runs keep objects at all. */
  public boolean enabled() {
    return settings.enabled();
  }

  /**
   * The mappings of types that are switched on, in the order of the text.
   *
   * @throws TargetException {@code FATAL} when the text has errors
   */
  List<ObjectMapping> mappings() {
    if (!parsed.sound()) {
      throw new TargetException(
          TargetException.Kind.FATAL,
          Message.of(
              "assets-mapping-unsound",
              parsed.errors().size(),
              parsed.errors().get(0).line(),
              parsed.errors().get(0).column()),
          null);
    }
    return mapping().mappings().stream()
        .filter(mapping -> mapping.key() != null && !settings.types().switchedOff(typeOf(mapping)))
        .toList();
  }

  /**
   * What the mappings say about the types of a schema, in the order of the text.
   *
   * @param problems takes what the schema lacks
   * @throws TargetException {@code FATAL} when the text has errors
   */
  public List<TypeRules> bound(ObjectSchema schema, ProblemCount problems) {
    Map<String, TypeRules> bound = new LinkedHashMap<>();
    for (ObjectMapping mapping : mappings()) {
      Optional<ObjectType> type = schema.type(typeOf(mapping));
      if (type.isEmpty()) {
        problems.add("assets-type-unknown", typeOf(mapping), "", "");
      } else if (bound.containsKey(type.get().id())) {
        problems.add("assets-type-twice", typeOf(mapping), "", "");
      } else {
        TypeRules.of(schema, type.get(), mapping, problems)
            .ifPresent(rules -> bound.put(type.get().id(), rules));
      }
    }
    return List.copyOf(bound.values());
  }

  /** The mapping of a type, if it has one that is switched on. */
  public Optional<ObjectMapping> mappingOf(String type) {
    return mappings().stream()
        .filter(mapping -> typeOf(mapping).equalsIgnoreCase(type))
        .findFirst();
  }

  private AssetsMapping mapping() {
    return parsed.mapping();
  }

  /** The name of the type that a mapping fills. */
  String typeOf(ObjectMapping mapping) {
    return names.typeOf(mapping);
  }

  /** What the mappings of people read of each person, as dotted paths. */
  public Set<String> attributesOfPeople() {
    Set<String> attributes = new TreeSet<>();
    if (settings.enabled()) {
      mapping().mappings().stream()
          .filter(ObjectMapping::mapsPeople)
          .forEach(mapping -> attributes.addAll(mapping.attributesToRead()));
    }
    return attributes;
  }

  /** Whether the groups of people are needed. */
  public boolean needsMemberships() {
    return switchedOn().anyMatch(mapping -> mapping.sections().contains(Section.GROUPS));
  }

  /** The kinds of things that objects of people name. */
  public Set<ThingKind> thingsOfPeople() {
    return switchedOn()
        .flatMap(mapping -> mapping.sections().stream())
        .filter(SECTIONS::containsKey)
        .map(SECTIONS::get)
        .collect(Collectors.toSet());
  }

  /** The kinds of things of whose changes a run that looks at what changed must hear. */
  public Set<ThingKind> things() {
    Set<ThingKind> things = new HashSet<>(thingsOfPeople());
    switchedOn().forEach(mapping -> ListedThings.kindOf(mapping).ifPresent(things::add));
    return things;
  }

  private Stream<ObjectMapping> switchedOn() {
    return settings.enabled()
        ? mapping().mappings().stream()
            .filter(mapping -> !settings.types().switchedOff(typeOf(mapping)))
        : Stream.empty();
  }

  MissingPolicy missing() {
    MissingSettings missing = settings.missing();
    MissingPolicy.Action action =
        switch (missing.action()) {
          case MissingSettings.STATUS -> MissingPolicy.Action.STATUS;
          case MissingSettings.ARCHIVE -> MissingPolicy.Action.ARCHIVE;
          case MissingSettings.DELETE -> MissingPolicy.Action.DELETE;
          default -> MissingPolicy.Action.IGNORE;
        };
    return new MissingPolicy(action, missing.status(), missing.afterDays(), missing.afterRuns());
  }
}
