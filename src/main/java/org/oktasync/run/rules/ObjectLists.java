package org.oktasync.run.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.oktasync.config.AssetsSettings;
import org.oktasync.mapping.assets.AttributeRule;
import org.oktasync.mapping.assets.MappingParser;
import org.oktasync.mapping.assets.ObjectMapping;
import org.oktasync.mapping.assets.ReferenceRule;
import org.oktasync.mapping.assets.TypeNames;

/** From which lists the mapping of a connection makes objects. */
public record ObjectLists(AssetsSettings settings, List<ObjectMapping> mappings, TypeNames names) {
  /** Lists that have a name of their own everywhere. */
  private static final Set<String> USUAL =
      Set.of("/api/v1/users", "/api/v1/groups", "/api/v1/apps", "/api/v1/devices");

  public static ObjectLists of(AssetsSettings settings) {
    return new ObjectLists(
        settings,
        MappingParser.parse(settings.mapping()).mapping().mappings(),
        TypeNames.byHeading(settings.usersType()));
  }

  /** The mappings of people. */
  public List<ObjectMapping> ofPeople() {
    return switchedOn().filter(ObjectMapping::mapsPeople).toList();
  }

  /** The mappings of a list, whatever its query. */
  public List<ObjectMapping> of(String path) {
    return switchedOn().filter(mapping -> path(mapping).equals(path)).toList();
  }

  /** The mappings of lists beside people, groups, applications and devices. */
  public List<ObjectMapping> others() {
    return switchedOn()
        .filter(mapping -> !mapping.mapsPeople() && !USUAL.contains(path(mapping)))
        .toList();
  }

  /** The types that are filled, upper and lower case alike. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    switchedOn().forEach(mapping -> types.add(typeOf(mapping)));
    return types;
  }

  private Stream<ObjectMapping> switchedOn() {
    return mappings.stream().filter(mapping -> !settings.types().switchedOff(typeOf(mapping)));
  }

  private static String path(ObjectMapping mapping) {
    return mapping.dataSource().replaceAll("\\?.*", "");
  }

  public String typeOf(ObjectMapping mapping) {
    return names.typeOf(mapping);
  }

  /** Types without a list: their objects are made because others refer to them. */
  public List<String> madeByReference() {
    Set<String> types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (settings.types().roles().on()) {
      types.add(settings.types().roles().name());
    }
    for (ObjectMapping mapping : mappings) {
      for (AttributeRule rule : mapping.attributes()) {
        if (rule instanceof ReferenceRule && !leadsToPeople(rule)) {
          types.add(rule.attribute());
        }
      }
    }
    mappings.forEach(mapping -> types.remove(typeOf(mapping)));
    return new ArrayList<>(types);
  }

  private static boolean leadsToPeople(AttributeRule rule) {
    String path = rule.path().toString();
    return path.startsWith("profile.manager") || path.contains(".user.");
  }
}
