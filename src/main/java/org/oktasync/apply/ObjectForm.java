package org.oktasync.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.oktasync.mapping.assets.AqlTemplate;
import org.oktasync.model.Message;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AssetsUser;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.ObjectChange.CreateObject;
import org.oktasync.plan.Reasons;
import org.oktasync.plan.assets.PresentValues;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.plan.assets.UserLookup;
import org.oktasync.plan.assets.ValueText;
import org.oktasync.target.AssetsTarget;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/** Turns the texts of changes into values of Assets and back, and finds objects by their key. */
public final class ObjectForm {
  /** Conditions travel in an address, whose length is limited. */
  private static final int LONGEST_CONDITION = 1_500;

  /** Of more values than this that lead to nothing only the first are named. */
  private static final int TOLD = 5;

  private final AssetsTarget target;
  private final ObjectSchema schema;
  private final List<TypeRules> rules;
  private final UserLookup users;
  private final ObjectReferences references;

  /**
   * @param schema the schema as it is now
   * @param rules what the mapping says of it
   * @param users people of the site, by user name
   * @param leaving ids of objects to which nothing is to refer from now on
   */
  public ObjectForm(
      AssetsTarget target,
      ObjectSchema schema,
      List<TypeRules> rules,
      UserLookup users,
      Set<String> leaving) {
    this.target = target;
    this.schema = schema;
    this.rules = List.copyOf(rules);
    this.users = users;
    this.references = new ObjectReferences(target, rules, leaving);
  }

  /**
   * The type of an object.
   *
   * @throws TargetException {@code INVALID} when the schema has it no longer
   */
  ObjectType type(ObjectChange change) {
    String name = change.identity().type();
    return schema.type(name).orElseThrow(() -> invalid("assets-type-missing", name));
  }

  /** The type that has a name, or had it, if it is still there. */
  public Optional<ObjectType> present(String type) {
    return schema.type(type);
  }

  /** What a type that had a name is called now. */
  public String typeNow(String name) {
    return schema.nameNow(name);
  }

  private static TargetException invalid(String code, Object... arguments) {
    return new TargetException(Kind.INVALID, Message.of(code, arguments), null);
  }

  private static ObjectAttribute attribute(ObjectType type, String name) {
    return type.attribute(name)
        .orElseThrow(() -> invalid("assets-attribute-gone", name, type.name()));
  }

  private Optional<ObjectType> referred(ObjectAttribute attribute) {
    return schema.typeById(attribute.referencedTypeId());
  }

  /**
   * Values as Assets takes them. Where a reference leads to nothing, the others of its attribute
   * are added to what is referred to already; one that takes a single value stays as it is.
   *
   * @param texts what is to be written
   * @param present the object as it is; null for one that is to be made
   * @param lost takes what each reference says that could not be made
   * @throws TargetException {@code INVALID} when a text leads to nobody, or a reference that must
   *     be to nothing
   */
  Map<String, List<AttributeValue>> values(
      ObjectChange change,
      Map<String, String> texts,
      AssetsObject present,
      Consumer<Message> lost) {
    ObjectType type = type(change);
    Map<String, List<AttributeValue>> values = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          ObjectAttribute attribute = attribute(type, name);
          List<AttributeValue> had = present == null ? List.of() : present.values(attribute.name());
          boolean others = leadsToOthers(change, name, text);
          values(type, attribute, text, had, others, lost)
              .ifPresent(found -> values.put(attribute.name(), found));
        });
    return values;
  }

  /** A change of a reference whose texts are the same means another object of that name. */
  private static boolean leadsToOthers(ObjectChange change, String attribute, String text) {
    String before = change.before().get(attribute);
    return before != null && folded(before).equals(folded(text));
  }

  /** Empty when the attribute is to stay as it is. */
  private Optional<List<AttributeValue>> values(
      ObjectType type,
      ObjectAttribute attribute,
      String text,
      List<AttributeValue> present,
      boolean others,
      Consumer<Message> lost) {
    if (attribute.type() == AttributeType.REFERENCE) {
      ObjectReferences.Resolved resolved =
          references.resolve(type, attribute, referred(attribute), text, present, others);
      if (resolved.lost().isEmpty()) {
        return Optional.of(resolved.found());
      }
      Message problem = problem(attribute, resolved.lost());
      Optional<List<AttributeValue>> added = added(attribute, resolved.found(), present, problem);
      lost.accept(problem);
      return added;
    }
    boolean person = attribute.type() == AttributeType.USER;
    return Optional.of(
        ValueText.values(text).stream()
            .map(value -> person ? person(attribute, value, present) : AttributeValue.of(value))
            .toList());
  }

  private static Message problem(ObjectAttribute attribute, List<String> lost) {
    String some = String.join(", ", lost.subList(0, Math.min(TOLD, lost.size())));
    return ObjectReferences.lost(attribute, lost.size() > TOLD ? some + ", …" : some);
  }

  /**
   * Nobody knows which of the references that are there a lost one stands for: all of them stay.
   */
  private static Optional<List<AttributeValue>> added(
      ObjectAttribute attribute,
      List<AttributeValue> found,
      List<AttributeValue> present,
      Message problem) {
    Map<String, AttributeValue> all = new LinkedHashMap<>();
    present.forEach(value -> all.put(value.reference(), value));
    if (attribute.takesSeveral()) {
      found.forEach(value -> all.putIfAbsent(value.reference(), value));
    }
    if (all.size() < attribute.minimum()) {
      throw new TargetException(Kind.INVALID, problem, null);
    }
    boolean fits =
        attribute.maximum() == ObjectAttribute.UNLIMITED || all.size() <= attribute.maximum();
    return all.size() > present.size() && fits
        ? Optional.of(List.copyOf(all.values()))
        : Optional.empty();
  }

  /** Who is named already need not be found again. */
  private AttributeValue person(
      ObjectAttribute attribute, String name, List<AttributeValue> present) {
    Optional<AssetsUser> found = users.find(name);
    return found
        .map(user -> new AttributeValue(user.name(), user.key()))
        .or(() -> present.stream().filter(value -> value.text().equals(name)).findFirst())
        .orElseThrow(() -> invalid("assets-user-lost", attribute.name(), name));
  }

  /**
   * What an object holds in some attributes, as changes write it; attributes that the type has no
   * longer are left out.
   *
   * @throws TargetException {@code INVALID} when the schema has the type no longer
   */
  public Map<String, String> present(
      AssetsObject object, ObjectChange change, Collection<String> attributes) {
    ObjectType type = type(change);
    Map<String, String> texts = new TreeMap<>();
    for (String name : attributes) {
      type.attribute(name).ifPresent(attribute -> texts.put(name, text(type, attribute, object)));
    }
    return texts;
  }

  private String text(ObjectType type, ObjectAttribute attribute, AssetsObject object) {
    return ValueText.of(
        PresentValues.of(
                attribute,
                object.values(attribute.name()),
                value -> references.textOf(type, attribute, referred(attribute), value))
            .values());
  }

  /** Of some texts those that an object does not hold. */
  Map<String, String> differing(
      AssetsObject object, ObjectChange change, Map<String, String> texts) {
    ObjectType type = type(change);
    Map<String, String> differing = new TreeMap<>(texts);
    differing
        .entrySet()
        .removeIf(
            entry -> {
              boolean others = leadsToOthers(change, entry.getKey(), entry.getValue());
              return holds(type, attribute(type, entry.getKey()), object, entry.getValue(), others);
            });
    return differing;
  }

  /** Two objects may have had one name one after the other: references are told by their id. */
  private boolean holds(
      ObjectType type,
      ObjectAttribute attribute,
      AssetsObject object,
      String text,
      boolean others) {
    return attribute.type() == AttributeType.REFERENCE
        ? references.refersTo(
            type, attribute, referred(attribute), text, object.values(attribute.name()), others)
        : holds(attribute, text(type, attribute, object), text);
  }

  /** Whether an object holds what a plan found, called as it was then or as it is now. */
  boolean stands(AssetsObject object, ObjectChange change, Map<String, String> before) {
    ObjectType type = type(change);
    return before.entrySet().stream()
        .allMatch(
            entry -> {
              ObjectAttribute attribute = attribute(type, entry.getKey());
              String now = text(type, attribute, object);
              return holds(attribute, now, entry.getValue())
                  || holds(type, attribute, object, entry.getValue(), false);
            });
  }

  /** References and people are named in any case. */
  private static boolean holds(ObjectAttribute attribute, String present, String wanted) {
    boolean anyCase =
        attribute.type() == AttributeType.REFERENCE
            || attribute.type() == AttributeType.USER
            || attribute.type() == AttributeType.STATUS;
    return PresentValues.stands(attribute, present, wanted)
        || (anyCase && folded(present).equals(folded(wanted)));
  }

  private static List<String> folded(String text) {
    return ValueText.values(text).stream().map(NameFolding::fold).sorted().toList();
  }

  /** Whether an object is as a change makes it, but for references that lead to nothing. */
  boolean isAsMade(AssetsObject object, CreateObject create) {
    ObjectType type = type(create);
    return differing(object, create, create.after()).entrySet().stream()
        .allMatch(
            entry -> {
              ObjectAttribute attribute = attribute(type, entry.getKey());
              return attribute.type() == AttributeType.REFERENCE
                  && references.refersToAllThatIsThere(
                      type,
                      attribute,
                      referred(attribute),
                      entry.getValue(),
                      object.values(attribute.name()));
            });
  }

  /** An object was made or changed. */
  void written(ObjectType type, String id, Map<String, String> before, Map<String, String> after) {
    references.written(type, id, before, after);
  }

  /** The attribute that tells an object from others; without a rule, what it is called. */
  private ObjectAttribute key(ObjectChange change) {
    ObjectType type = type(change);
    if (change instanceof CreateObject create
        && create.reason().equals(Reasons.REFERRED_TO)
        && !create.after().isEmpty()) {
      return attribute(type, references.lookedUpAmong(type, create.after().keySet()));
    }
    return keyOf(type).orElseThrow(() -> invalid("assets-key-unusable", type.name(), "", 1, ""));
  }

  private Optional<ObjectAttribute> keyOf(ObjectType type) {
    return rules.stream()
        .filter(rule -> rule.type().id().equals(type.id()))
        .map(TypeRules::key)
        .findFirst()
        .or(type::labelAttribute);
  }

  /** The attribute that tells objects of a change's type apart, as long as there is one. */
  public Optional<ObjectAttribute> keyOf(ObjectChange change) {
    return schema.type(change.identity().type()).flatMap(this::keyOf);
  }

  /** The objects that have the key of a change; at most two. */
  List<AssetsObject> find(ObjectChange change) {
    return among(find(List.of(change)), change);
  }

  /** The objects that have the keys of some changes of one type, by folded key. */
  Map<String, List<AssetsObject>> find(List<? extends ObjectChange> changes) {
    ObjectType type = type(changes.get(0));
    ObjectAttribute key = key(changes.get(0));
    AqlTemplate one = AqlTemplate.of(ObjectReferences.quoted(key.name()) + " = ${key}");
    Map<String, List<AssetsObject>> found = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    int length = 0;
    for (ObjectChange change : changes) {
      for (String form : forms(key, change.identity().key())) {
        conditions.add(one.fill(form));
        length += conditions.get(conditions.size() - 1).length() + 4;
      }
      if (length > LONGEST_CONDITION) {
        ask(type, key, conditions, found);
        conditions.clear();
        length = 0;
      }
    }
    ask(type, key, conditions, found);
    return found;
  }

  private static List<String> forms(ObjectAttribute key, String value) {
    String other = PresentValues.mayDiffer(key) ? ObjectName.accepted(value) : value;
    return other.equals(value) || other.isEmpty() ? List.of(value) : List.of(value, other);
  }

  private void ask(
      ObjectType type,
      ObjectAttribute key,
      List<String> conditions,
      Map<String, List<AssetsObject>> found) {
    if (conditions.isEmpty()) {
      return;
    }
    String either = String.join(" OR ", conditions);
    for (AssetsObject object : target.find(type, either, 2 * conditions.size() + 1)) {
      keysOf(object, key)
          .forEach(value -> found.computeIfAbsent(value, any -> new ArrayList<>()).add(object));
    }
  }

  /** The values of the key attribute, folded, in the one spelling that they have. */
  private static List<String> keysOf(AssetsObject object, ObjectAttribute key) {
    return PresentValues.of(key, object.values(key.name()), AttributeValue::text).values().stream()
        .map(NameFolding::fold)
        .toList();
  }

  /** Of the objects found by keys those that have the key of a change. */
  List<AssetsObject> among(Map<String, List<AssetsObject>> found, ObjectChange change) {
    ObjectAttribute key = key(change);
    return forms(key, change.identity().key()).stream()
        .flatMap(form -> found.getOrDefault(NameFolding.fold(form), List.of()).stream())
        .distinct()
        .toList();
  }

  /** Whether an object has the key of a change. */
  boolean hasKey(AssetsObject object, ObjectChange change) {
    ObjectAttribute key = key(change);
    List<String> forms =
        forms(key, change.identity().key()).stream().map(NameFolding::fold).toList();
    return keysOf(object, key).stream().anyMatch(forms::contains);
  }
}
