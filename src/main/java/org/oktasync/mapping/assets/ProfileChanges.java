package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping text would follow of profiles that changed in the source since they were seen.
 * Attributes that were seen before and that the text does not map were left out by somebody, and
 * stay out; so do names that somebody chose. Pure.
 *
 * @param changes lines to be added, then names to be changed
 * @param taken lines that cannot be added, because the text uses their names for something else
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
      Optional<ObjectMapping> mapping =
          now.filled(text, type).filter(one -> PresetMapping.readsProfiles(one, people));
      mapping.ifPresent(
          one ->
              now.names(type).entrySet().stream()
                  .filter(name -> fresh.of(people).contains(name.getKey()))
                  .filter(name -> !maps(one, name.getKey()))
                  .map(name -> new Change(type, name.getKey(), "", name.getValue()))
                  .forEach(change -> (uses(one, change.to()) ? taken : changes).add(change)));
    }
    changes.addAll(renamings(text, before, now, retitled));
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

  /** Only what bears the name that the product gave it. */
  private static List<Change> renamings(
      String text, PresetMapping before, PresetMapping now, Fields retitled) {
    List<Change> renamings = new ArrayList<>();
    for (PresetMapping.Renamed one : now.renamed(text)) {
      Map<String, String> then = before.names(one.type());
      now.names(one.type()).entrySet().stream()
          .filter(name -> name.getValue().equals(one.to()))
          .map(Map.Entry::getKey)
          .filter(path -> retitled.of(now.isOfPeople(one.type())).contains(path))
          .filter(path -> one.from().equalsIgnoreCase(then.get(path)))
          .forEach(path -> renamings.add(new Change(one.type(), path, one.from(), one.to())));
    }
    return renamings;
  }
}
