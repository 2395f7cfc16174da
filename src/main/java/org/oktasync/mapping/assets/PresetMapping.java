package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mapping that the product writes: people with everything that their profiles have, groups,
 * applications, roles and devices, and who has what. Objects are told apart and found by the
 * source's id, so that whatever is renamed there stays one object.
 */
public final class PresetMapping {
  /** The attribute that holds the source's id. */
  public static final String ID = "Okta Id";

  /** The attribute that objects are called by. */
  public static final String NAME = "Name";

  /** The attribute that leads from a person of the source to a person of Jira. */
  public static final String PERSON = "Jira User";

  /** Where profiles stand in the objects of the source. */
  static final String PROFILE = "profile.";

  private static final String GROUPS = "/api/v1/groups";
  private static final String APPS = "/api/v1/apps";
  private static final String DEVICES = "/api/v1/devices?limit=200&expand=userSummary";

  /** Change with every sign-in or come twice: they would fill the history of each object. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "id",
          "profile.login",
          "lastLogin",
          "lastUpdated",
          "lastMembershipUpdated",
          "statusChanged",
          "passwordChanged",
          "transitioningToStatus",
          "type.id");

  private final PresetTypes types;
  private final List<ProfileField> people;
  private final List<ProfileField> groups;
  private final String manager;

  /**
   * @param people what the schemas of people say, all types together
   * @param groups what the schema of groups says
   * @param manager the attribute of people that {@code profile.managerId} names the manager by;
   *     empty when nobody knows, and it stays a plain value
   */
  public PresetMapping(
      PresetTypes types, List<ProfileField> people, List<ProfileField> groups, String manager) {
    this.types = types;
    this.people = List.copyOf(people);
    this.groups = List.copyOf(groups);
    this.manager = manager;
  }

  /** The whole text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    blocks()
        .forEach(
            (heading, lines) -> {
              text.append(text.isEmpty() ? "" : "\n").append(heading).append(":\n");
              lines.forEach(line -> text.append(line).append('\n'));
            });
    return text.toString();
  }

  /**
   * A text with what it lacks: mappings of types that it does not fill, and lines for fields of the
   * source that none of its lines maps. What it has stays as it is.
   */
  public String joined(String present) {
    if (present.isBlank()) {
      return text();
    }
    String joined = present;
    for (var block : blocks().entrySet()) {
      Optional<ObjectMapping> filled = filled(joined, block.getKey());
      joined =
          filled.isPresent()
              ? added(joined, filled.get(), block.getValue())
              : joined.stripTrailing()
                  + "\n\n"
                  + block.getKey()
                  + ":\n"
                  + String.join("\n", block.getValue())
                  + "\n";
    }
    return joined;
  }

  /**
   * A field that the source calls otherwise than the mapping does.
   *
   * @param type the type whose attribute it is
   * @param from what the attribute is called in the mapping
   * @param to what it would be called now
   */
  public record Renamed(String type, String from, String to) {}

  /** Fields whose names have changed, where the new name is free. */
  public List<Renamed> renamed(String present) {
    List<Renamed> renamed = new ArrayList<>();
    for (var block : blocks().entrySet()) {
      filled(present, block.getKey())
          .ifPresent(
              mapping ->
                  block.getValue().stream()
                      .map(line -> renamed(line, block.getKey(), mapping))
                      .flatMap(Optional::stream)
                      .forEach(renamed::add));
    }
    return renamed;
  }

  private static Optional<Renamed> renamed(String line, String type, ObjectMapping present) {
    if (!(LineReader.read(1, line) instanceof MappingLine.Entry entry) || !isOfProfile(entry)) {
      return Optional.empty();
    }
    String wanted = entry.attribute().text();
    SourcePath path = SourcePath.of(entry.path().text());
    List<AttributeRule> mapped =
        present.attributes().stream()
            .filter(rule -> rule instanceof PlainRule && rule.path().equals(path))
            .toList();
    boolean free =
        present.rule(wanted).isEmpty() && !present.key().attribute().equalsIgnoreCase(wanted);
    return mapped.size() == 1 && free && !entry.key()
        ? Optional.of(new Renamed(type, mapped.get(0).attribute(), wanted))
        : Optional.empty();
  }

  private static boolean isOfProfile(MappingLine.Entry line) {
    return !line.key() && line.condition() == null && line.path().text().startsWith(PROFILE);
  }

  /** What the fields of profiles are called in a type, by their paths. */
  Map<String, String> names(String type) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : blocks().getOrDefault(type, List.of())) {
      if (LineReader.read(1, line) instanceof MappingLine.Entry entry && isOfProfile(entry)) {
        names.put(entry.path().text(), entry.attribute().text());
      }
    }
    return names;
  }

  /** The types that hold profiles: people, then groups; without those that are left out. */
  List<String> typesOfProfiles() {
    return Stream.of(types.users(), types.groups()).filter(type -> !type.isEmpty()).toList();
  }

  /** Whether a mapping fills the type of people. */
  public boolean isOfPeople(String type) {
    return type.equals(types.users());
  }

  /** Whether a mapping of a type reads the profiles that this preset knows of. */
  static boolean readsProfiles(ObjectMapping mapping, boolean people) {
    boolean listed =
        people ? mapping.mapsPeople() : mapping.dataSource().split("\\?", 2)[0].equals(GROUPS);
    boolean some =
        mapping.key().path().toString().startsWith(PROFILE)
            || mapping.attributes().stream()
                .anyMatch(rule -> rule.path().toString().startsWith(PROFILE));
    return listed && some;
  }

  /** A text with the lines of some fields of profiles that its mapping of a type lacks. */
  public String with(String present, String type, Set<String> paths) {
    List<String> lines =
        blocks().getOrDefault(type, List.of()).stream()
            .filter(
                line ->
                    LineReader.read(1, line) instanceof MappingLine.Entry entry
                        && isOfProfile(entry)
                        && paths.contains(entry.path().text()))
            .toList();
    return filled(present, type).map(mapping -> added(present, mapping, lines)).orElse(present);
  }

  /** A text in which an attribute has another name. */
  public String with(String present, Renamed renaming) {
    Optional<AttributeRule> rule =
        filled(present, renaming.type()).flatMap(mapping -> mapping.rule(renaming.from()));
    return rule.map(
            found ->
                TextLines.of(present)
                    .with(
                        found.place().line(),
                        MappingPrinter.value(found.path().toString(), renaming.to()))
                    .text())
        .orElse(present);
  }

  /** The mapping of a type in a text. */
  Optional<ObjectMapping> filled(String text, String type) {
    TypeNames names = TypeNames.byHeading(types.users());
    return MappingParser.parse(text).mapping().mappings().stream()
        .filter(mapping -> mapping.key() != null && names.typeOf(mapping).equalsIgnoreCase(type))
        .findFirst();
  }

  private static String added(String text, ObjectMapping present, List<String> lines) {
    TextLines changed = TextLines.of(text);
    int after = lastLine(present);
    for (String line : lines) {
      if (LineReader.read(1, line) instanceof MappingLine.Entry entry && isNew(entry, present)) {
        changed = changed.withAfter(after++, line);
      }
    }
    return changed.text();
  }

  private static int lastLine(ObjectMapping mapping) {
    return mapping.attributes().stream()
        .mapToInt(rule -> rule.place().line())
        .reduce(mapping.key().place().line(), Math::max);
  }

  /** References stay the administrator's own choice; so does every name that is taken. */
  private static boolean isNew(MappingLine.Entry line, ObjectMapping present) {
    if (line.key() || line.condition() != null) {
      return false;
    }
    SourcePath path = SourcePath.of(line.path().text());
    boolean mapped =
        present.key().path().equals(path)
            || present.attributes().stream().anyMatch(rule -> rule.path().equals(path));
    String attribute = line.attribute().text();
    boolean taken =
        present.key().attribute().equalsIgnoreCase(attribute)
            || present.rule(attribute).isPresent();
    return !mapped && !taken;
  }

  /** Lines by heading; what is referred to comes first. */
  private Map<String, List<String>> blocks() {
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    put(blocks, types.groups(), groupLines());
    put(blocks, types.apps(), appLines());
    put(blocks, types.users(), peopleLines());
    put(blocks, types.devices(), deviceLines());
    return blocks;
  }

  private static void put(Map<String, List<String>> blocks, String heading, List<String> lines) {
    if (!heading.isEmpty()) {
      blocks.put(heading, lines);
    }
  }

  private List<String> groupLines() {
    List<String> lines = begun("profile.name");
    lines.add(MappingPrinter.value("type", "Type"));
    addFields(groups, Set.of(ID, NAME, "Type"), Set.of("profile.name", "type"), lines);
    lines.add(MappingPrinter.setting(SettingLines.DATA_SOURCE, GROUPS));
    return lines;
  }

  private List<String> appLines() {
    List<String> lines = begun("label");
    lines.add(MappingPrinter.value("name", "Application"));
    lines.add(MappingPrinter.value("status", "Okta Status"));
    lines.add(MappingPrinter.value("signOnMode", "Sign-On Mode"));
    lines.add(MappingPrinter.setting(SettingLines.DATA_SOURCE, APPS));
    return lines;
  }

  private List<String> deviceLines() {
    List<String> lines = begun("profile.displayName");
    lines.add(MappingPrinter.value("status", "Okta Status"));
    lines.add(MappingPrinter.value("profile.platform", "Platform"));
    lines.add(MappingPrinter.value("profile.manufacturer", "Manufacturer"));
    lines.add(MappingPrinter.value("profile.model", "Model"));
    lines.add(MappingPrinter.value("profile.osVersion", "OS Version"));
    lines.add(MappingPrinter.value("profile.serialNumber", "Serial Number"));
    if (!types.users().isEmpty()) {
      lines.add(reference("_embedded.users.*.user.id", "Owners"));
    }
    lines.add(MappingPrinter.setting(SettingLines.DATA_SOURCE, DEVICES));
    return lines;
  }

  private List<String> peopleLines() {
    List<String> lines = begun("profile.login");
    lines.add(MappingPrinter.value("profile.email", PERSON));
    lines.add(MappingPrinter.value("status", "Okta Status"));
    boolean refers = !manager.isEmpty();
    if (refers) {
      String condition = AqlTemplate.equality(manager, "profile.managerId").toString();
      lines.add(MappingPrinter.reference("profile.managerId", "Manager", condition));
    }
    addFields(
        people,
        Set.of(ID, NAME, PERSON, "Okta Status", "Manager", "Groups", "Apps", "Roles", "Devices"),
        refers ? Set.of("profile.managerId", "status") : Set.of("status"),
        lines);
    addSections(lines);
    return lines;
  }

  private void addSections(List<String> lines) {
    List<String> sections = new ArrayList<>();
    if (!types.roles().isEmpty()) {
      sections.add(Section.ROLES);
      String condition = AqlTemplate.equality(NAME, Section.ROLES).toString();
      lines.add(MappingPrinter.reference(Section.ROLES, types.roles(), condition));
    }
    if (!types.groups().isEmpty()) {
      sections.add(Section.GROUPS);
      lines.add(reference("groups.*.id", types.groups()));
    }
    if (!types.apps().isEmpty()) {
      sections.add(Section.APPS);
      lines.add(reference("apps.*.id", types.apps()));
    }
    if (!types.devices().isEmpty()) {
      sections.add(Section.DEVICES);
      lines.add(reference("devices.*.id", types.devices()));
    }
    if (!sections.isEmpty()) {
      lines.add(MappingPrinter.setting(SettingLines.SECTION, String.join(",", sections)));
    }
  }

  private static List<String> begun(String name) {
    List<String> lines = new ArrayList<>();
    lines.add(MappingPrinter.key("id", ID));
    lines.add(MappingPrinter.value(name, NAME));
    return lines;
  }

  private static String reference(String path, String attribute) {
    return MappingPrinter.reference(path, attribute, AqlTemplate.equality(ID, path).toString());
  }

  private static void addFields(
      List<ProfileField> fields, Set<String> reserved, Set<String> mapped, List<String> lines) {
    PresetNames names = new PresetNames(reserved);
    fields.stream()
        .filter(field -> !LEFT_OUT.contains(field.path()) && !mapped.contains(field.path()))
        .filter(field -> SourcePath.parse(field.path()).isPresent())
        .forEach(field -> lines.add(MappingPrinter.value(field.path(), names.of(field))));
  }
}
