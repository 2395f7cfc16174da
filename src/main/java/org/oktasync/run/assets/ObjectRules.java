package org.oktasync.run.assets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
import org.oktasync.model.assets.KnownType;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.assets.BoundRule;
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
  private final Supplier<List<KnownType>> types;
  private List<KnownType> known;

  /** Rules by the names that settings write, whatever types were called before. */
  public ObjectRules(AssetsSettings settings) {
    this(settings, List::of);
  }

  /**
   * @param types the types that the connection works with; asked for once, when names differ
   */
  public ObjectRules(AssetsSettings settings, Supplier<List<KnownType>> types) {
    this.settings = settings;
    this.types = types;
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
        .filter(mapping -> mapping.key() != null && !switchedOff(mapping))
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
      String name = typeOf(mapping);
      Optional<ObjectType> other = schema.disputed(name);
      Optional<ObjectType> type = schema.type(name);
      if (other.isPresent()) {
        problems.add("assets-type-disputed", name, "", other.get().name());
      } else if (type.isEmpty()) {
        problems.add("assets-type-unknown", name, "", "");
      } else if (bound.containsKey(type.get().id())) {
        problems.add("assets-type-twice", name, "", "");
      } else {
        if (!type.get().name().equalsIgnoreCase(name)) {
          problems.add("assets-type-renamed", name, "", type.get().name());
        }
        TypeRules.of(schema, type.get(), mapping, problems)
            .ifPresent(rules -> bound.put(type.get().id(), rules));
      }
    }
    return List.copyOf(bound.values());
  }

  /** The types of a schema that are filled, and those that are referred to. */
  public List<ObjectType> worked(ObjectSchema schema) {
    return worked(bound(schema, new ProblemCount()));
  }

  static List<ObjectType> worked(List<TypeRules> bound) {
    Stream<ObjectType> filled = bound.stream().map(TypeRules::type);
    Stream<ObjectType> referred =
        bound.stream().flatMap(TypeRules::references).map(BoundRule.Reference::target);
    return Stream.concat(filled, referred).distinct().toList();
  }

  /** The mapping of a type, if it has one that is switched on. */
  public Optional<ObjectMapping> mappingOf(String type) {
    return mappings().stream().filter(mapping -> alike(typeOf(mapping), type)).findFirst();
  }

  /** Whether two names mean one type, perhaps by what it was called before. */
  private boolean alike(String one, String other) {
    return one.equalsIgnoreCase(other)
        || known().stream().anyMatch(type -> type.isCalled(one) && type.isCalled(other));
  }

  private List<KnownType> known() {
    if (known == null) {
      known = types.get();
    }
    return known;
  }

  private boolean switchedOff(ObjectMapping mapping) {
    String name = typeOf(mapping);
    return settings.types().switchedOff(name)
        || settings.types().all().stream().anyMatch(type -> !type.on() && alike(type.name(), name));
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
        ? mapping().mappings().stream().filter(mapping -> !switchedOff(mapping))
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
