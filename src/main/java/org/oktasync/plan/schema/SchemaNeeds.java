package org.oktasync.plan.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.mapping.assets.AssetsMapping;
import org.oktasync.mapping.assets.AttributeRule;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.PlainRule;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.mapping.assets.ReferenceRule;
import org.oktasync.mapping.assets.TypeNames;
import org.oktasync.model.assets.AttributeType;

/** Works out which types and attributes a mapping needs. */
public final class SchemaNeeds {
  /** The attribute that says whether an object is still in the source. */
  static final String STATUS = "Status";

  /** Where every object of a list has what it is called by. */
  private static final Set<String> CALLED_BY =
      Set.of("label", "profile.name", "profile.displayName", "displayName", "name");

  private static final Set<String> PERSON = Set.of("user", "jira user");
  private static final Set<String> NAMES_A_PERSON =
      Set.of("profile.email", "profile.login", "profile.secondEmail");
  private static final String OF_MANAGER = "profile.manager";

  private final TypeNames names;
  private final Map<String, ProfileField> fields = new LinkedHashMap<>();
  private final String peopleType;
  private final boolean withStatus;
  private final Map<String, List<WantedAttribute>> types = new LinkedHashMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();

  /**
   * @param names which type each mapping fills, and where references lead
   * @param people what the source's schemas of people say
   * @param groups what the source's schema of groups says
   * @param peopleType the name of the type of people
   * @param withStatus whether each type needs a status
   */
  public SchemaNeeds(
      TypeNames names,
      List<ProfileField> people,
      List<ProfileField> groups,
      String peopleType,
      boolean withStatus) {
    this.names = names;
    this.peopleType = peopleType;
    this.withStatus = withStatus;
    groups.forEach(field -> fields.putIfAbsent(field.path(), field));
    people.forEach(field -> fields.putIfAbsent(field.path(), field));
  }

  /**
   * The types that a mapping needs, those that it fills first.
   *
   * @param leftOut names of types that are not built; in lower case
   */
  public List<WantedType> of(AssetsMapping mapping, Set<String> leftOut) {
    List<ObjectMapping> built =
        mapping.mappings().stream()
            .filter(one -> one.key() != null)
            .filter(one -> !leftOut.contains(folded(names.typeOf(one))))
            .toList();
    built.forEach(this::addType);
    built.forEach(this::addAttributes);
    return types.entrySet().stream()
        .filter(type -> !leftOut.contains(type.getKey()))
        .map(type -> wanted(type.getKey(), type.getValue()))
        .toList();
  }

  private WantedType wanted(String key, List<WantedAttribute> attributes) {
    List<WantedAttribute> all = new ArrayList<>(attributes);
    boolean filled = labels.containsKey(key);
    boolean taken = all.stream().anyMatch(each -> each.name().equalsIgnoreCase(STATUS));
    if (filled && withStatus && !taken) {
      all.add(WantedAttribute.of(STATUS, AttributeType.STATUS));
    }
    String label = labels.getOrDefault(key, all.get(0).name());
    return new WantedType(spellings.get(key), all, label);
  }

  private void addType(ObjectMapping mapping) {
    String key = type(names.typeOf(mapping));
    String attribute = mapping.key().attribute();
    add(key, new WantedAttribute(attribute, AttributeType.TEXT, true, false, ""));
    labels.put(key, label(mapping));
  }

  private String label(ObjectMapping mapping) {
    List<AttributeRule> plain =
        mapping.attributes().stream().filter(PlainRule.class::isInstance).toList();
    Optional<AttributeRule> named =
        plain.stream().filter(rule -> rule.attribute().equalsIgnoreCase("Name")).findFirst();
    Optional<AttributeRule> called =
        mapping.mapsPeople()
            ? Optional.empty()
            : plain.stream().filter(rule -> isName(rule)).findFirst();
    return named.or(() -> called).map(AttributeRule::attribute).orElse(mapping.key().attribute());
  }

  private static boolean isName(AttributeRule rule) {
    return CALLED_BY.contains(rule.path().toString());
  }

  private void addAttributes(ObjectMapping mapping) {
    String key = type(names.typeOf(mapping));
    for (AttributeRule rule : mapping.attributes()) {
      if (rule instanceof ReferenceRule reference) {
        addReference(key, mapping, reference);
      } else {
        add(key, plain(key, rule));
      }
    }
  }

  private WantedAttribute plain(String key, AttributeRule rule) {
    boolean label = rule.attribute().equalsIgnoreCase(labels.get(key));
    ProfileField field = fields.get(rule.path().toString());
    boolean several = rule.path().wild() || (field != null && field.several());
    AttributeType type = label ? AttributeType.TEXT : typeOf(rule, field);
    return new WantedAttribute(rule.attribute(), type, false, several && !label, "");
  }

  private static AttributeType typeOf(AttributeRule rule, ProfileField field) {
    String path = rule.path().toString();
    String attribute = rule.attribute().toLowerCase(Locale.ROOT);
    if (PERSON.contains(attribute) && (NAMES_A_PERSON.contains(path) || path.endsWith(".email"))) {
      return AttributeType.USER;
    } else if (field != null) {
      return field.type();
    }
    return path.endsWith(".email") ? AttributeType.EMAIL : AttributeType.TEXT;
  }

  private void addReference(String key, ObjectMapping mapping, ReferenceRule rule) {
    String target = type(target(mapping, rule));
    String by = rule.condition().equalityAttribute().orElse("Name");
    add(target, WantedAttribute.of(by, AttributeType.TEXT));
    boolean several = rule.path().wild() || !rule.path().toString().startsWith(OF_MANAGER);
    add(
        key,
        new WantedAttribute(
            rule.attribute(), AttributeType.REFERENCE, false, several, spellings.get(target)));
  }

  /** A person's manager is a person, whatever the attribute is called. */
  private String target(ObjectMapping mapping, ReferenceRule rule) {
    String referred = names.referredType(mapping, rule).orElse(rule.attribute());
    boolean known = types.containsKey(folded(referred));
    String path = rule.path().toString();
    boolean person =
        path.startsWith(OF_MANAGER)
            || path.startsWith("_embedded.users")
            || path.contains(".user.");
    return !known && person ? people().orElse(referred) : referred;
  }

  private Optional<String> people() {
    return spellings.entrySet().stream()
        .filter(type -> type.getKey().equals(folded(peopleType)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private String type(String name) {
    String key = folded(name);
    spellings.putIfAbsent(key, name);
    types.computeIfAbsent(key, any -> new ArrayList<>());
    return key;
  }

  /** Adds an attribute, unless the type has one of its name. */
  private void add(String key, WantedAttribute attribute) {
    Set<String> present = new LinkedHashSet<>();
    types.get(key).forEach(each -> present.add(folded(each.name())));
    if (!present.contains(folded(attribute.name()))) {
      types.get(key).add(attribute);
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
