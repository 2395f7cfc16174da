package org.oktasync.plan.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oktasync.model.NameFolding;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectName;
import org.oktasync.model.assets.ObjectType;

/**
 * Which objects a value leads to. Filled before planning with what Assets holds, kept in step while
 * a plan is worked out: what the plan makes stands in it under a mark instead of an id. Of each
 * object only what it is found by is held. For one thread.
 */
public final class ReferenceBook {
  private static final String PLANNED = "+";

  private final Map<Lookup, Index> indexes = new HashMap<>();
  private final Map<Question, List<String>> answers = new HashMap<>();
  private final Set<String> outOfUse = new HashSet<>();
  private final Set<String> backInUse = new HashSet<>();
  private long planned;

  /** Objects of a type by one attribute. */
  private record Lookup(String typeId, String attribute) {
    static Lookup of(ObjectType type, String attribute) {
      return new Lookup(type.id(), NameFolding.fold(attribute));
    }
  }

  private record Question(String typeId, String condition) {}

  private static final class Index {
    private final Map<String, List<String>> ids = new HashMap<>();

    /** What Assets holds now, whatever the plan makes of it. */
    private final Map<String, String> values = new HashMap<>();

    /** Values that lead elsewhere once the plan is applied, folded. */
    private final Set<String> moving = new HashSet<>();

    void add(String value, String id) {
      List<String> known = ids.getOrDefault(NameFolding.fold(value), List.of());
      if (!known.contains(id)) {
        List<String> more = new ArrayList<>(known);
        more.add(id);
        ids.put(NameFolding.fold(value), List.copyOf(more));
      }
      values.putIfAbsent(id, value);
    }

    void remove(String value, String id) {
      List<String> left =
          ids.getOrDefault(NameFolding.fold(value), List.of()).stream()
              .filter(known -> !known.equals(id))
              .toList();
      ids.put(NameFolding.fold(value), left);
    }
  }

  /** From now on objects are remembered by what these rules look for. */
  public void expect(TypeRules rules) {
    rules.references().forEach(rule -> lookup(rule).ifPresent(this::index));
  }

  private Index index(Lookup lookup) {
    return indexes.computeIfAbsent(lookup, any -> new Index());
  }

  private static Optional<Lookup> lookup(BoundRule.Reference rule) {
    return rule.condition()
        .equalityAttribute()
        .map(attribute -> Lookup.of(rule.target(), attribute));
  }

  /** Whether any rule looks for objects of this type by an attribute. */
  public boolean isLookedUp(ObjectType type) {
    return indexes.keySet().stream().anyMatch(lookup -> lookup.typeId().equals(type.id()));
  }

  /** Whether any rule looks for objects of a type by this attribute. */
  boolean isLookedUp(ObjectType type, ObjectAttribute attribute) {
    return indexes.containsKey(Lookup.of(type, attribute.name()));
  }

  /** An object that Assets holds. */
  public void add(ObjectType type, AssetsObject object) {
    for (ObjectAttribute attribute : type.attributes()) {
      Index index = indexes.get(Lookup.of(type, attribute.name()));
      if (index != null) {
        object
            .values(attribute.name())
            .forEach(value -> index.add(text(attribute, value.text()), object.id()));
      }
    }
  }

  /** The plan takes an object out of use. */
  void removed(ObjectType type, String id) {
    outOfUse.add(id);
    indexes.forEach(
        (lookup, index) -> {
          if (lookup.typeId().equals(type.id()) && index.values.containsKey(id)) {
            index.remove(index.values.get(id), id);
          }
        });
    answers.replaceAll(
        (question, ids) ->
            question.typeId().equals(type.id())
                ? ids.stream().filter(one -> !one.equals(id)).toList()
                : ids);
  }

  /** The plan brings an object back from the archive. */
  void restored(String id) {
    backInUse.add(id);
  }

  /** Whether the plan brings an object back from the archive. */
  boolean isBackInUse(String id) {
    return backInUse.contains(id);
  }

  /** Whether the plan takes an object out of use. */
  boolean isOutOfUse(String id) {
    return outOfUse.contains(id);
  }

  /** The objects that Assets finds by a condition that is no plain equality. */
  public void answer(ObjectType type, String condition, List<AssetsObject> found) {
    answers.put(new Question(type.id(), condition), found.stream().map(AssetsObject::id).toList());
  }

  /**
   * The ids, or marks of planned objects, that a value leads to; empty when to none.
   *
   * @param value as {@link BoundRule.Reference#fitted} gives it
   */
  List<String> find(BoundRule.Reference rule, String value) {
    Optional<ObjectAttribute> compared = rule.by();
    if (compared.isPresent()) {
      return find(rule.target(), compared.get(), value);
    }
    Question asked = new Question(rule.target().id(), rule.condition().fill(value));
    return answers.getOrDefault(asked, List.of());
  }

  private List<String> find(ObjectType type, ObjectAttribute attribute, String value) {
    Index index = index(Lookup.of(type, attribute.name()));
    List<String> ids = index.ids.getOrDefault(NameFolding.fold(value), List.of());
    if (!ids.isEmpty() || !PresentValues.mayDiffer(attribute)) {
      return ids;
    }
    String renamed = NameFolding.fold(ObjectName.accepted(value));
    return index.ids.getOrDefault(renamed, List.of());
  }

  private static boolean present(List<String> ids) {
    return !ids.isEmpty() && ids.stream().noneMatch(id -> id.startsWith(PLANNED));
  }

  /** Whether it is known by which value the rule would find what an object refers to. */
  public boolean knows(BoundRule.Reference rule, AttributeValue reference) {
    return lookup(rule)
        .map(indexes::get)
        .filter(index -> !index.values.containsKey(reference.reference()))
        .isEmpty();
  }

  /** The value by which the rule would find what an object refers to; else its label. */
  public String textOf(BoundRule.Reference rule, AttributeValue reference) {
    return lookup(rule)
        .map(indexes::get)
        .map(index -> index.values.get(reference.reference()))
        .orElse(reference.text());
  }

  /**
   * The plan makes an object.
   *
   * @param after its values, as the change has them
   */
  void made(ObjectType type, Map<String, String> after) {
    planned++;
    after.forEach((attribute, text) -> put(type, PLANNED + planned, attribute, text));
  }

  /**
   * The plan changes an object.
   *
   * @param before what differs, as the change has it
   * @param after what differs, as the change has it
   */
  void changed(ObjectType type, String id, Map<String, String> before, Map<String, String> after) {
    before.forEach(
        (attribute, text) -> {
          Index index = indexes.get(Lookup.of(type, attribute));
          if (index != null) {
            ValueText.values(text).forEach(value -> index.remove(value, id));
          }
        });
    after.forEach((attribute, text) -> put(type, id, attribute, text));
  }

  /**
   * The plan will give an object another value of one attribute.
   *
   * @param now the value before, as the change will have it
   * @param then the value after, as the change will have it
   */
  void announced(ObjectType type, String id, String attribute, String now, String then) {
    changed(type, id, Map.of(attribute, now), Map.of(attribute, then));
    Index index = indexes.get(Lookup.of(type, attribute));
    if (index != null) {
      ValueText.values(now).forEach(value -> index.moving.add(NameFolding.fold(value)));
      ValueText.values(then).forEach(value -> index.moving.add(NameFolding.fold(value)));
    }
  }

  /** Whether a value leads to objects that are found by it already, before the plan is applied. */
  boolean leadsToPresent(BoundRule.Reference rule, String value) {
    return present(find(rule, value)) && !isMoving(rule, value);
  }

  private boolean isMoving(BoundRule.Reference rule, String value) {
    Set<String> moving =
        rule.by().map(by -> index(Lookup.of(rule.target(), by.name())).moving).orElse(Set.of());
    return moving.contains(NameFolding.fold(value))
        || moving.contains(NameFolding.fold(ObjectName.accepted(value)));
  }

  private void put(ObjectType type, String id, String attribute, String text) {
    Index index = indexes.get(Lookup.of(type, attribute));
    if (index != null) {
      ValueText.values(text).forEach(value -> index.add(value, id));
    }
  }

  private static String text(ObjectAttribute attribute, String raw) {
    return TypedValue.of(attribute, raw).orElse(raw);
  }
}
