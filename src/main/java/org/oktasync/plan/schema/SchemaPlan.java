package org.oktasync.plan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectSchema;
import org.oktasync.model.assets.ObjectType;

/**
 * The steps from a schema as it is to one that a mapping can fill. Nothing is ever taken away, and
 * what values an attribute takes is never changed. Carried out in part and worked out anew, it
 * comes to the same end.
 *
 * @param actions in the order in which they can be carried out
 */
public record SchemaPlan(List<SchemaAction> actions) {
  /** The attribute that Assets gives each new type to be called by. */
  private static final String NAME = "Name";

  public SchemaPlan {
    actions = List.copyOf(actions);
  }

  /**
   * An attribute that is to have another name.
   *
   * @param type the name of its type
   */
  public record Renaming(String type, String from, String to) {}

  /**
   * The plan.
   *
   * @param wanted what is needed
   * @param schema what is there
   * @param statuses the names of the statuses that are there
   * @param status the status that is needed; empty for none
   * @param renamings what is to be renamed, as far as it is there
   */
  public static SchemaPlan of(
      List<WantedType> wanted,
      ObjectSchema schema,
      List<String> statuses,
      String status,
      List<Renaming> renamings) {
    List<SchemaAction> actions = new ArrayList<>();
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(statuses);
    if (!status.isEmpty() && !known.contains(status)) {
      actions.add(new SchemaAction.CreateStatus(status));
    }
    wanted.stream()
        .filter(type -> schema.type(type.name()).isEmpty())
        .forEach(type -> actions.add(new SchemaAction.CreateType(type.name())));
    List<Renaming> possible =
        renamings.stream().filter(renaming -> isPossible(renaming, schema)).toList();
    possible.forEach(
        one -> actions.add(new SchemaAction.RenameAttribute(one.type(), one.from(), one.to())));
    wanted.forEach(type -> new TypePlan(type, schema.type(type.name()), possible).add(actions));
    return new SchemaPlan(actions);
  }

  private static boolean isPossible(Renaming renaming, ObjectSchema schema) {
    return schema
        .type(renaming.type())
        .filter(
            type -> type.attribute(renaming.from()).filter(ObjectAttribute::editable).isPresent())
        .filter(type -> type.attribute(renaming.to()).isEmpty())
        .isPresent();
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return actions.isEmpty();
  }

  /** What one type lacks. */
  private record TypePlan(
      WantedType wanted, Optional<ObjectType> present, List<Renaming> renamings) {
    void add(List<SchemaAction> actions) {
      Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      there.addAll(names());
      if (isBare() && !wanted.label().equalsIgnoreCase(NAME)) {
        there.add(wanted.label());
        there.remove(NAME);
        wanted
            .attribute(wanted.label())
            .ifPresent(label -> actions.add(new SchemaAction.NameLabel(wanted.name(), label)));
      }
      wanted.attributes().stream()
          .filter(attribute -> !there.contains(attribute.name()))
          .forEach(
              attribute -> actions.add(new SchemaAction.CreateAttribute(wanted.name(), attribute)));
      wanted.attributes().stream()
          .filter(attribute -> attribute.several() && takesOne(attribute))
          .forEach(
              attribute ->
                  actions.add(new SchemaAction.WidenAttribute(wanted.name(), attribute.name())));
    }

    /** The attributes that are there once renaming is done; those of Assets for a new type. */
    private List<String> names() {
      List<String> names =
          present.isEmpty()
              ? List.of("Key", NAME, "Created", "Updated")
              : present.get().attributes().stream().map(ObjectAttribute::name).toList();
      List<String> all = new ArrayList<>(names.stream().map(this::renamed).toList());
      // What somebody renamed is there under the name that it had.
      wanted.attributes().stream()
          .map(WantedAttribute::name)
          .filter(name -> present.flatMap(type -> type.attribute(name)).isPresent())
          .filter(name -> !all.contains(name) && renamed(name).equals(name))
          .forEach(all::add);
      return all;
    }

    private String renamed(String name) {
      return renamings.stream()
          .filter(one -> one.type().equalsIgnoreCase(wanted.name()))
          .filter(one -> one.from().equalsIgnoreCase(name))
          .map(Renaming::to)
          .findFirst()
          .orElse(name);
    }

    /** Whether the type has nothing but what Assets gives each: it is new, or only just made. */
    private boolean isBare() {
      return present.isEmpty()
          || present.get().attributes().stream()
              .filter(ObjectAttribute::editable)
              .map(ObjectAttribute::name)
              .collect(Collectors.toSet())
              .equals(Set.of(NAME));
    }

    private boolean takesOne(WantedAttribute attribute) {
      return present
          .flatMap(type -> type.attribute(attribute.name()))
          .filter(found -> found.editable() && !found.takesSeveral() && !found.label())
          .isPresent();
    }
  }
}
