package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.config.AssetsSettings;
import org.oktasync.config.AssetsType;
import org.oktasync.config.AssetsTypes;
import org.oktasync.config.MissingSettings;
import org.oktasync.mapping.assets.AssetsMapping;
import org.oktasync.mapping.assets.CurrentNames;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.ParsedMapping;
import org.oktasync.mapping.assets.PresetMapping;
import org.oktasync.mapping.assets.PresetTypes;
import org.oktasync.mapping.assets.ProfileChanges;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.Message;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.plan.schema.SchemaAction;
import org.oktasync.plan.schema.SchemaNeeds;
import org.oktasync.plan.schema.SchemaPlan;
import org.oktasync.plan.schema.SchemaPlan.Renaming;
import org.oktasync.plan.schema.WantedType;

/**
 * Works out what a schema needs, from the settings, what Okta says of profiles, and what is there.
 */
final class SchemaDrafts {
  private final AssetsSettings settings;
  private final ProfileFields fields;
  private final ObjectSchema schema;
  private final List<String> statuses;
  private final PresetMapping preset;

  SchemaDrafts(
      AssetsSettings settings, ProfileFields fields, ObjectSchema schema, List<String> statuses) {
    this.settings = settings;
    this.fields = fields;
    this.schema = schema;
    this.statuses = statuses;
    this.preset = preset(fields);
  }

  private PresetMapping preset(ProfileFields known) {
    PresetTypes types = types(settings.types().each(this::asWritten));
    return new PresetMapping(types, known.people(), known.groups(), known.manager());
  }

  /** One of our types by the name that the mapping writes for it, be it an old one or a new one. */
  private AssetsType asWritten(AssetsType type) {
    return MappingParser.parse(settings.mapping()).mapping().mappings().stream()
        .map(ObjectMapping::name)
        .filter(name -> !name.isEmpty() && means(name, type))
        .findFirst()
        .map(type::named)
        .orElse(type);
  }

  /** Whether a name means the same type of the schema as one of ours does. */
  private boolean means(String name, AssetsType type) {
    return schema.nameNow(name).equalsIgnoreCase(schema.nameNow(type.name()));
  }

  private static PresetTypes types(AssetsTypes types) {
    return new PresetTypes(
        name(types.users()),
        name(types.groups()),
        name(types.roles()),
        name(types.apps()),
        name(types.devices()));
  }

  private static String name(AssetsType type) {
    return type.on() ? type.name() : "";
  }

  SchemaDraft of(SchemaDraft.Wish wish) {
    CurrentNames current = new CurrentNames(settings.mapping(), schema, settings.usersType());
    if (wish.names() && !renamed(current).isEmpty()) {
      AssetsSettings now = settings.with(settings.types().each(this::now)).mapped(current.text());
      SchemaDraft.Wish other = new SchemaDraft.Wish(wish.additions(), wish.renamings());
      return new SchemaDrafts(now, fields, schema, statuses).of(other).renamed(renamed(current));
    }
    String present = settings.mapping();
    List<Renaming> possible = renamings(present);
    List<Renaming> chosen = possible.stream().filter(wish::wants).toList();
    String renamed = present;
    for (Renaming one : chosen) {
      renamed = preset.with(renamed, new PresetMapping.Renamed(one.type(), one.from(), one.to()));
    }
    String joined = preset.joined(renamed);
    String mapping = present.isBlank() || wish.additions() ? joined : renamed;
    ParsedMapping parsed = MappingParser.parse(mapping);
    List<WantedType> wanted = wanted(parsed.mapping());
    SchemaPlan plan = SchemaPlan.of(wanted, schema, statuses, status(), chosen);
    return new SchemaDraft(
        plan,
        clashes(wanted),
        mapping,
        lines(renamed, joined),
        possible,
        renamed(current),
        disputed(parsed.mapping()),
        notices(parsed));
  }

  private AssetsType now(AssetsType type) {
    return schema.disputed(type.name()).isPresent()
        ? type
        : type.named(schema.nameNow(type.name()));
  }

  /** What the settings name as before, and then what the mapping does. */
  private List<SchemaDraft.Renamed> renamed(CurrentNames current) {
    Set<SchemaDraft.Renamed> all = new LinkedHashSet<>();
    settings.types().all().stream()
        .filter(type -> !now(type).name().equalsIgnoreCase(type.name()))
        .forEach(type -> all.add(new SchemaDraft.Renamed(now(type).name(), "", type.name())));
    current
        .outdated()
        .forEach(one -> all.add(new SchemaDraft.Renamed(one.type(), one.attribute(), one.was())));
    return List.copyOf(all);
  }

  private List<SchemaDraft.Disputed> disputed(AssetsMapping mapping) {
    TypeNames names = TypeNames.byHeading(settings.usersType());
    return mapping.mappings().stream()
        .map(names::typeOf)
        .distinct()
        .flatMap(
            name ->
                schema.disputed(name).stream()
                    .map(other -> new SchemaDraft.Disputed(name, other.name())))
        .toList();
  }

  /** What the mapping would follow by itself of profiles that were seen at an earlier time. */
  ProfileChanges changes(SeenProfiles seen) {
    return ProfileChanges.of(
        settings.mapping(),
        preset(ProfileFields.of(seen)),
        preset,
        new ProfileChanges.Fields(
            fresh(fields.people(), seen.people()), fresh(fields.groups(), seen.groups())),
        new ProfileChanges.Fields(
            retitled(fields.people(), seen.people()), retitled(fields.groups(), seen.groups())));
  }

  private static Set<String> fresh(List<ProfileField> fields, Map<String, String> before) {
    return fields.stream()
        .map(ProfileField::path)
        .filter(path -> !before.containsKey(path))
        .collect(Collectors.toSet());
  }

  private static Set<String> retitled(List<ProfileField> fields, Map<String, String> before) {
    return fields.stream()
        .filter(field -> !field.title().equals(before.getOrDefault(field.path(), field.title())))
        .map(ProfileField::path)
        .collect(Collectors.toSet());
  }

  /** The mapping text with some changes of profiles. */
  String with(List<ProfileChanges.Change> changes) {
    String text = settings.mapping();
    for (ProfileChanges.Change one : changes) {
      text =
          one.isRenaming()
              ? preset.with(text, new PresetMapping.Renamed(one.type(), one.from(), one.to()))
              : preset.with(text, one.type(), Set.of(one.path()));
    }
    return text;
  }

  /** The steps that some changes of profiles take in the schema, and no others. */
  SchemaPlan steps(List<ProfileChanges.Change> changes) {
    List<Renaming> renamings =
        changes.stream()
            .filter(ProfileChanges.Change::isRenaming)
            .map(one -> new Renaming(one.type(), one.from(), one.to()))
            .toList();
    List<WantedType> wanted = wanted(MappingParser.parse(with(changes)).mapping());
    SchemaPlan plan = SchemaPlan.of(wanted, schema, statuses, status(), renamings);
    return new SchemaPlan(
        plan.actions().stream()
            .filter(action -> changes.stream().anyMatch(change -> takes(change, action)))
            .toList());
  }

  private boolean takes(ProfileChanges.Change change, SchemaAction action) {
    if (!schema.nameNow(change.type()).equalsIgnoreCase(schema.nameNow(action.type()))) {
      return false;
    }
    return action instanceof SchemaAction.CreateAttribute made
        ? !change.isRenaming() && made.attribute().name().equalsIgnoreCase(change.to())
        : action instanceof SchemaAction.RenameAttribute renamed
            && change.isRenaming()
            && renamed.from().equalsIgnoreCase(change.from());
  }

  /** Whether a type is that of people. */
  boolean isOfPeople(String type) {
    return preset.isOfPeople(type);
  }

  /** Whether nobody said that the product may change a type. */
  boolean isUnsettled(String type) {
    return settings.types().all().stream().anyMatch(one -> !one.settled() && means(type, one));
  }

  private List<Renaming> renamings(String present) {
    return preset.renamed(present).stream()
        .map(renamed -> new Renaming(renamed.type(), renamed.from(), renamed.to()))
        .toList();
  }

  private List<WantedType> wanted(AssetsMapping mapping) {
    TypeNames names = TypeNames.of(schema, settings.usersType());
    Set<String> leftOut =
        settings.types().all().stream()
            .filter(type -> !type.on())
            .map(type -> schema.nameNow(type.name()).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new SchemaNeeds(
            names,
            fields.people(),
            fields.groups(),
            schema.nameNow(settings.usersType()),
            !status().isEmpty())
        .of(mapping, leftOut);
  }

  /** The status of missing objects, when they get one. */
  private String status() {
    MissingSettings missing = settings.missing();
    return missing.action().equals(MissingSettings.STATUS) ? missing.status() : "";
  }

  /** Types of a mapping that was written by hand are meant as they are. */
  private List<String> clashes(List<WantedType> wanted) {
    return wanted.stream()
        .map(WantedType::name)
        .filter(name -> schema.type(name).isPresent() && schema.disputed(name).isEmpty())
        .filter(this::isUnsettled)
        .toList();
  }

  private static List<String> lines(String before, String after) {
    Set<String> added = new LinkedHashSet<>(after.lines().toList());
    before.lines().forEach(added::remove);
    added.removeIf(String::isBlank);
    return List.copyOf(added);
  }

  private List<Message> notices(ParsedMapping parsed) {
    List<Message> notices = new ArrayList<>();
    parsed.errors().forEach(error -> notices.add(error.what()));
    if (fields.manager().isEmpty()) {
      notices.add(Message.of("assets-manager-unknown"));
    }
    return notices;
  }
}
