package org.oktasync.run.assets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.Section;
import org.oktasync.model.ExternalId;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.ObjectChange;
import org.oktasync.plan.assets.BoundRule;
import org.oktasync.plan.assets.ProblemCount;
import org.oktasync.plan.assets.TypeLinks;
import org.oktasync.plan.assets.TypeRules;
import org.oktasync.record.ObjectLinks;
import org.oktasync.source.ThingKind;
import org.oktasync.target.AssetsTarget;

/**
 * Asks Assets which objects of people refer to the objects of things. It can tell of things that
 * have an object of their own, and of people whose mapping refers to those.
 */
public final class ReferringPeople implements Referrers {
  /** So many objects are asked about at once. */
  private static final int TOGETHER = 20;

  private final long connectionId;
  private final List<TypeRules> types;
  private final AssetsTarget target;
  private final ObjectLinks links;

  /**
   * @param memory what is known of the schema
   * @throws org.oktasync.target.TargetException when Assets cannot be read, or the mapping has
   *     errors
   */
  public ReferringPeople(
      long connectionId,
      ObjectRules rules,
      AssetsTarget target,
      SchemaMemory memory,
      ObjectLinks links) {
    this.connectionId = connectionId;
    this.types = rules.bound(memory.follow(target.schema()), new ProblemCount());
    this.target = target;
    this.links = links;
  }

  @Override
  public Optional<Set<ExternalId>> of(String section, Set<String> things, int most) {
    List<TypeRules> people =
        types.stream().filter(type -> type.mapping().sections().contains(section)).toList();
    List<TypeRules> lists = types.stream().filter(type -> holds(type, section)).toList();
    if (people.isEmpty()) {
      return Optional.of(Set.of());
    } else if (!people.stream().allMatch(type -> refers(type, section, lists))) {
      return Optional.empty();
    }
    Set<String> objects = new TreeSet<>();
    for (String thing : things) {
      Set<String> found = objectsOf(lists, new ExternalId(thing));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      objects.addAll(found);
    }
    Set<ExternalId> referring = new HashSet<>();
    people.forEach(type -> referring.addAll(referring(type, List.copyOf(objects), most)));
    return Optional.of(referring);
  }

  private static boolean holds(TypeRules type, String section) {
    ObjectMapping mapping = type.mapping();
    return switch (section) {
      case Section.GROUPS -> ListedThings.areGroups(mapping);
      case Section.APPS -> isOf(mapping, ThingKind.APPS);
      case Section.DEVICES -> isOf(mapping, ThingKind.DEVICES);
      default -> false;
    };
  }

  private static boolean isOf(ObjectMapping mapping, ThingKind kind) {
    return ListedThings.kindOf(mapping).filter(kind::equals).isPresent();
  }

  /** Whether people of a type refer to what they have of a section, where it has its objects. */
  private static boolean refers(TypeRules people, String section, List<TypeRules> lists) {
    Set<String> ids = lists.stream().map(type -> type.type().id()).collect(Collectors.toSet());
    return people
        .references()
        .filter(rule -> ids.contains(rule.target().id()))
        .anyMatch(rule -> isOf(people.mapping(), rule, section));
  }

  private static boolean isOf(ObjectMapping mapping, BoundRule.Reference rule, String section) {
    return mapping
        .rule(rule.mapped())
        .filter(line -> line.path().first().equals(section))
        .isPresent();
  }

  private Set<String> objectsOf(List<TypeRules> lists, ExternalId thing) {
    return lists.stream()
        .flatMap(type -> links.find(connectionId, type.type().name(), thing).stream())
        .map(ObjectLink::objectId)
        .collect(Collectors.toSet());
  }

  private Set<ExternalId> referring(TypeRules people, List<String> objects, int most) {
    Set<ExternalId> referring = new HashSet<>();
    TypeLinks known = new TypeLinks(links.links(connectionId, people.type().name()));
    for (int from = 0; from < objects.size() && referring.size() <= most; from += TOGETHER) {
      List<String> some = objects.subList(from, Math.min(objects.size(), from + TOGETHER));
      target.find(people.type(), condition(some), most + 1).stream()
          .map(object -> known.ofObject(object.id()))
          .filter(link -> link != null && !link.sourceId().equals(ObjectChange.NO_SOURCE))
          .forEach(link -> referring.add(link.sourceId()));
    }
    return referring;
  }

  private static String condition(List<String> objects) {
    List<String> any = new ArrayList<>();
    objects.forEach(id -> any.add("objectId = " + id));
    return "object HAVING outboundReferences(" + String.join(" OR ", any) + ")";
  }
}
