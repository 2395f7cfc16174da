package org.oktasync.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.assets.BoundRule;
import org.oktasync.plan.assets.PresentValues;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.plan.assets.ValueText;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Finds the objects that values lead to while a plan is applied: those that the plan made or
 * changed from memory, others by asking Assets once.
 */
final class ObjectReferences {
  /** A name is borne by so many objects at most that are asked for at once. */
  private static final int MOST = 50;

  private final AssetsTarget target;
  private final Set<String> leaving;
  private final Map<String, BoundRule.Reference> rules = new HashMap<>();
  private final Set<String> lookedUp = new HashSet<>();
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> made = new HashSet<>();

  /** What was looked for and not found; the plan alone makes anything meanwhile. */
  private final Set<String> absent = new HashSet<>();

  /**
   * @param leaving ids of objects that the plan takes out of use later
   */
  ObjectReferences(AssetsTarget target, List<TypeRules> types, Set<String> leaving) {
    this.target = target;
    this.leaving = Set.copyOf(leaving);
    for (TypeRules type : types) {
      type.references().forEach(rule -> note(type.type(), rule));
    }
  }

  private void note(ObjectType type, BoundRule.Reference rule) {
    rules.put(key(type, rule.attribute().name()), rule);
    rule.condition()
        .equalityAttribute()
        .ifPresent(attribute -> lookedUp.add(key(rule.target(), attribute)));
  }

  /** An attribute is the same under the name that it had when a change was planned. */
  private static String key(ObjectType type, String attribute) {
    String now = type.attribute(attribute).map(ObjectAttribute::name).orElse(attribute);
    return type.id() + "\n" + NameFolding.fold(now);
  }

  /**
   * The rule by which an attribute refers; where the mapping has none, others are found by what
   * they are called.
   */
  private BoundRule.Reference rule(
      ObjectType type, ObjectAttribute attribute, Optional<ObjectType> referred) {
    BoundRule.Reference rule = rules.get(key(type, attribute.name()));
    if (rule != null) {
      return rule;
    }
    ObjectType other = referred.orElseThrow(() -> unknown(attribute, ""));
    String label = other.labelAttribute().map(ObjectAttribute::name).orElse("Name");
    return new BoundRule.Reference(
        attribute, attribute.name(), other, AqlTemplate.of(quoted(label) + " = ${value}"));
  }

  /** The name of an attribute as it stands in a condition. */
  static String quoted(String attribute) {
    return '"' + attribute.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * What the values of a text lead to.
   *
   * @param found the others, in the order of the text
   * @param lost the values that lead to no object, or to several
   */
  record Resolved(List<AttributeValue> found, List<String> lost) {
    private Set<String> ids() {
      return found.stream().map(AttributeValue::reference).collect(Collectors.toSet());
    }
  }

  /**
   * The references that a text of a change stands for.
   *
   * @param present what the object refers to now
   * @param others whether the change leads away from objects that were called the same
   */
  Resolved resolve(
      ObjectType type,
      ObjectAttribute attribute,
      Optional<ObjectType> referred,
      String text,
      List<AttributeValue> present,
      boolean others) {
    BoundRule.Reference rule = rule(type, attribute, referred);
    List<AttributeValue> found = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (String value : ValueText.values(text)) {
      find(rule, value, present, others)
          .or(() -> named(type, attribute, referred, value, present))
          .ifPresentOrElse(id -> found.add(new AttributeValue(value, id)), () -> lost.add(value));
    }
    return new Resolved(found, lost);
  }

  /** What nobody finds any more, but is referred to under this text, stays. */
  private Optional<String> named(
      ObjectType type,
      ObjectAttribute attribute,
      Optional<ObjectType> referred,
      String text,
      List<AttributeValue> present) {
    return present.stream()
        .filter(value -> textOf(type, attribute, referred, value).equals(text))
        .map(AttributeValue::reference)
        .findFirst();
  }

  /**
   * Whether what is referred to is what a text of a change stands for, whatever it is called.
   *
   * @param others whether the change leads away from objects that were called the same
   */
  boolean refersTo(
      ObjectType type,
      ObjectAttribute attribute,
      Optional<ObjectType> referred,
      String text,
      List<AttributeValue> present,
      boolean others) {
    List<String> values = ValueText.values(text);
    if (values.size() != present.size()) {
      return false;
    }
    BoundRule.Reference rule = rule(type, attribute, referred);
    Set<String> ids = new HashSet<>();
    values.forEach(value -> find(rule, value, present, others).ifPresent(ids::add));
    return present.stream().allMatch(value -> ids.contains(value.reference()));
  }

  /**
   * Whether what is referred to is all that can be found of what a text stands for, and nothing
   * else.
   */
  boolean refersToAllThatIsThere(
      ObjectType type,
      ObjectAttribute attribute,
      Optional<ObjectType> referred,
      String text,
      List<AttributeValue> present) {
    Set<String> now = present.stream().map(AttributeValue::reference).collect(Collectors.toSet());
    return resolve(type, attribute, referred, text, present, false).ids().equals(now);
  }

  /** The one object that a value leads to; of several the one that is referred to already. */
  private Optional<String> find(
      BoundRule.Reference rule, String value, List<AttributeValue> present, boolean others) {
    String question = question(rule, value);
    if (!made.contains(question) && !others) {
      Optional<String> renamed = renamed(rule, value, present);
      if (renamed.isPresent()) {
        return renamed;
      }
    }
    String id = known.get(question);
    if (id != null) {
      return Optional.of(id);
    }
    List<String> found = absent.contains(question) ? new ArrayList<>() : ask(rule, value);
    if (found.isEmpty() && rule.condition().equalityAttribute().isPresent()) {
      absent.add(question);
    }
    if (found.size() > 1) {
      found.retainAll(present.stream().map(AttributeValue::reference).toList());
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    known.put(question, found.get(0));
    return Optional.of(found.get(0));
  }

  /** What is referred to already, and had the value before this plan gave it another one. */
  private Optional<String> renamed(
      BoundRule.Reference rule, String value, List<AttributeValue> present) {
    return rule.condition()
        .equalityAttribute()
        .flatMap(rule.target()::attribute)
        .flatMap(
            by ->
                present.stream()
                    .map(AttributeValue::reference)
                    .filter(id -> value.equals(texts.get(by.id() + "\n" + id)))
                    .findFirst());
  }

  private static TargetException unknown(ObjectAttribute attribute, String value) {
    return new TargetException(Kind.INVALID, lost(attribute, value), null);
  }

  /** That a value of an attribute leads to no object, or to several. */
  static Message lost(ObjectAttribute attribute, String value) {
    return Message.of("assets-reference-lost", attribute.name(), value);
  }

  private static String question(BoundRule.Reference rule, String value) {
    return rule.condition()
        .equalityAttribute()
        .map(attribute -> key(rule.target(), attribute) + "\n" + NameFolding.fold(value))
        .orElseGet(() -> rule.target().id() + "\n" + rule.condition().fill(value));
  }

  private List<String> ask(BoundRule.Reference rule, String value) {
    List<String> found = staying(rule, value);
    if (found.isEmpty() && mayBeRenamed(rule)) {
      String other = ObjectName.accepted(value);
      found = other.isEmpty() ? found : staying(rule, other);
    }
    return found;
  }

  /** What a value leads to once the plan is applied; two are enough to know that it is not one. */
  private List<String> staying(BoundRule.Reference rule, String value) {
    int limit = Math.min(MOST, 2 + leaving.size());
    List<AssetsObject> found = target.find(rule.target(), rule.condition().fill(value), limit);
    return new ArrayList<>(
        found.stream().map(AssetsObject::id).filter(id -> !leaving.contains(id)).toList());
  }

  private static boolean mayBeRenamed(BoundRule.Reference rule) {
    return rule.condition()
        .equalityAttribute()
        .flatMap(rule.target()::attribute)
        .filter(PresentValues::mayDiffer)
        .isPresent();
  }

  /** The value by which an attribute would find what it refers to; else what that is called. */
  String textOf(
      ObjectType type,
      ObjectAttribute attribute,
      Optional<ObjectType> referred,
      AttributeValue value) {
    BoundRule.Reference rule = rule(type, attribute, referred);
    Optional<ObjectAttribute> by =
        rule.condition().equalityAttribute().flatMap(rule.target()::attribute);
    if (by.isEmpty()) {
      return value.text();
    }
    String known = texts.get(by.get().id() + "\n" + value.reference());
    if (known != null || by.get().label()) {
      return known == null ? value.text() : known;
    }
    String read = read(by.get(), value);
    texts.put(by.get().id() + "\n" + value.reference(), read);
    return read;
  }

  private String read(ObjectAttribute by, AttributeValue value) {
    return target
        .object(value.reference())
        .map(object -> PresentValues.of(by, object.values(by.name()), AttributeValue::text))
        .flatMap(texts -> texts.values().stream().findFirst())
        .orElse(value.text());
  }

  /** Of some attributes one by which objects of a type are found; else the first. */
  String lookedUpAmong(ObjectType type, Collection<String> attributes) {
    return attributes.stream()
        .filter(attribute -> lookedUp.contains(key(type, attribute)))
        .findFirst()
        .orElseGet(() -> attributes.iterator().next());
  }

  /** The plan made or changed an object. */
  void written(ObjectType type, String id, Map<String, String> before, Map<String, String> after) {
    if (after.isEmpty()) {
      absent.clear(); // one that came back as it was may have any value
    }
    before.forEach((attribute, text) -> forget(type, attribute, text, id));
    after.forEach((attribute, text) -> remember(type, attribute, text, id));
  }

  private void forget(ObjectType type, String attribute, String text, String id) {
    if (lookedUp.contains(key(type, attribute))) {
      String by = key(type, attribute) + "\n";
      List<String> values = ValueText.values(text);
      values.forEach(value -> forget(by + NameFolding.fold(value), id));
      // Later changes of the plan still call the object what it was called when they were planned.
      type.attribute(attribute)
          .filter(found -> !values.isEmpty())
          .ifPresent(found -> texts.putIfAbsent(found.id() + "\n" + id, values.get(0)));
    }
  }

  private void forget(String question, String id) {
    if (known.remove(question, id)) {
      made.remove(question);
    }
  }

  private void remember(ObjectType type, String attribute, String text, String id) {
    if (lookedUp.contains(key(type, attribute))) {
      String by = key(type, attribute) + "\n";
      for (String value : ValueText.values(text)) {
        known.put(by + NameFolding.fold(value), id);
        absent.remove(by + NameFolding.fold(value));
        made.add(by + NameFolding.fold(value));
      }
    }
  }
}
