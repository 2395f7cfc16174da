package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mapping text would follow of profiles that changed in the source since they were seen.
 * Attributes that were seen before and that the text does not map were left out by somebody, and
 * stay out; so do names that somebody chose. Pure.
 *
 * @param changes lines to be added, then names to be changed
 * @param taken what cannot be done, because the text uses its name for something else
 */
public record ProfileChanges(List<Change> changes, List<Change> taken) {
  public ProfileChanges {
    changes = List.copyOf(changes);
    taken = List.copyOf(taken);
  }

  /**
   * One attribute of a profile that becomes one of Assets, or gets another name there.
   *
   * @param type the type of Assets
   * @param path where it stands in the source
   * @param from what it is called in the text; empty when it is new
   * @param to what it will be called
   */
  public record Change(String type, String path, String from, String to) {
    /** Whether it is called otherwise by now, and not new. */
    public boolean isRenaming() {
      return !from.isEmpty();
    }

    /** The attribute of Assets as {@code type/name}. */
    public String attribute() {
      return type + "/" + to;
    }
  }

  /**
   * The changes.
   *
   * @param text the mapping text
   * @param before the mapping that the product would have written when it last looked
   * @param now the mapping that it would write
   * @param fresh which fields came since
   * @param retitled which of the others have another title by now
   */
  public static ProfileChanges of(
      String text, PresetMapping before, PresetMapping now, Fields fresh, Fields retitled) {
    List<Change> changes = new ArrayList<>();
    List<Change> taken = new ArrayList<>();
    for (String type : now.typesOfProfiles()) {
      boolean people = now.isOfPeople(type);
      now.filled(text, type)
          .filter(mapping -> PresetMapping.readsProfiles(mapping, people))
          .ifPresent(
              mapping -> {
                additions(type, mapping, now, fresh.of(people))
                    .forEach(one -> (uses(mapping, one.to()) ? taken : changes).add(one));
                renamings(type, mapping, before, now, retitled.of(people))
                    .forEach(one -> (uses(mapping, one.to()) ? taken : changes).add(one));
              });
    }
    changes.sort(Comparator.comparing(Change::isRenaming));
    return new ProfileChanges(changes, taken);
  }

  /**
   * Paths of fields.
   *
   * @param people those of people
   * @param groups those of groups
   */
  public record Fields(Set<String> people, Set<String> groups) {
    Set<String> of(boolean ofPeople) {
      return ofPeople ? people : groups;
    }
  }

  private static boolean maps(ObjectMapping mapping, String path) {
    return mapping.key().path().toString().equals(path)
        || mapping.attributes().stream().anyMatch(rule -> rule.path().toString().equals(path));
  }

  private static boolean uses(ObjectMapping mapping, String attribute) {
    return mapping.key().attribute().equalsIgnoreCase(attribute)
        || mapping.rule(attribute).isPresent();
  }

  private static Stream<Change> additions(
      String type, ObjectMapping mapping, PresetMapping now, Set<String> fresh) {
    return now.names(type).entrySet().stream()
        .filter(name -> fresh.contains(name.getKey()) && !maps(mapping, name.getKey()))
        .map(name -> new Change(type, name.getKey(), "", name.getValue()));
  }

  /** Only what bears the name that the product gave it. */
  private static Stream<Change> renamings(
      String type,
      ObjectMapping mapping,
      PresetMapping before,
      PresetMapping now,
      Set<String> retitled) {
    Map<String, String> then = before.names(type);
    return now.names(type).entrySet().stream()
        .filter(name -> retitled.contains(name.getKey()))
        .flatMap(
            name ->
                plain(mapping, name.getKey())
                    .filter(had -> had.equalsIgnoreCase(then.get(name.getKey())))
                    .filter(had -> !had.equalsIgnoreCase(name.getValue()))
                    .map(had -> new Change(type, name.getKey(), had, name.getValue()))
                    .stream());
  }

  /** What the one plain line of a path calls it. */
  private static Optional<String> plain(ObjectMapping mapping, String path) {
    List<AttributeRule> rules =
        mapping.attributes().stream()
            .filter(rule -> rule instanceof PlainRule && rule.path().toString().equals(path))
            .toList();
    return rules.size() == 1 ? Optional.of(rules.get(0).attribute()) : Optional.empty();
  }
}
