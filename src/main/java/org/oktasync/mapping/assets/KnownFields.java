package org.oktasync.mapping.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oktasync.mapping.assets.SourceField.Kind;

/**
 * What is known about the values of lists: for people and groups from Okta's own schema, custom
 * attributes included; for sections, applications and devices from Okta's API reference.
 */
public final class KnownFields implements SourceFields {
  private static final List<SourceField> SECTIONS =
      List.of(
          several("groups", Kind.OBJECT),
          several("groups.id", Kind.TEXT),
          several("groups.profile.name", Kind.TEXT),
          several("groups.profile.description", Kind.TEXT),
          several("apps", Kind.OBJECT),
          several("apps.id", Kind.TEXT),
          several("apps.label", Kind.TEXT),
          several("roles", Kind.OBJECT),
          several("roles.label", Kind.TEXT),
          several("roles.type", Kind.TEXT));

  private static final List<SourceField> APPS =
      List.of(
          one("id", Kind.TEXT),
          one("label", Kind.TEXT),
          one("name", Kind.TEXT),
          one("status", Kind.TEXT),
          one("signOnMode", Kind.TEXT),
          several("features", Kind.TEXT),
          one("created", Kind.DATE_TIME),
          one("lastUpdated", Kind.DATE_TIME));

  private static final List<SourceField> DEVICES =
      List.of(
          one("id", Kind.TEXT),
          one("status", Kind.TEXT),
          one("created", Kind.DATE_TIME),
          one("lastUpdated", Kind.DATE_TIME),
          one("profile.displayName", Kind.TEXT),
          one("profile.platform", Kind.TEXT),
          one("profile.manufacturer", Kind.TEXT),
          one("profile.model", Kind.TEXT),
          one("profile.osVersion", Kind.TEXT),
          one("profile.serialNumber", Kind.TEXT),
          one("profile.imei", Kind.TEXT),
          one("profile.meid", Kind.TEXT),
          one("profile.udid", Kind.TEXT),
          one("profile.sid", Kind.TEXT),
          one("profile.registered", Kind.FLAG),
          one("profile.secureHardwarePresent", Kind.FLAG),
          several("_embedded.users.user.profile.email", Kind.TEXT),
          several("_embedded.users.user.profile.login", Kind.TEXT),
          several("_embedded.users.user.profile.firstName", Kind.TEXT),
          several("_embedded.users.user.profile.lastName", Kind.TEXT));

  private final Map<String, List<SourceField>> byList;

  /**
   * @param people what the schemas of all types of people have
   * @param groups what the schema of groups has
   */
  public KnownFields(List<SourceField> people, List<SourceField> groups) {
    List<SourceField> withSections = new ArrayList<>(people);
    withSections.addAll(SECTIONS);
    byList =
        Map.of(
            "",
            List.copyOf(withSections),
            "/api/v1/groups",
            List.copyOf(groups),
            "/api/v1/apps",
            APPS,
            "/api/v1/devices",
            DEVICES);
  }

  private static SourceField one(String path, Kind kind) {
    return new SourceField(path, "", kind, false);
  }

  private static SourceField several(String path, Kind kind) {
    return new SourceField(path, "", kind, true);
  }

  /** All that is known, by the path of the list; people's list has an empty one. */
  public Map<String, List<SourceField>> byList() {
    return byList;
  }

  /** Okta's schemas describe every attribute of people; groups of applications have others. */
  @Override
  public boolean lacks(ObjectMapping mapping, String path) {
    List<String> profile =
        byList.get("").stream().map(SourceField::path).filter(KnownFields::isOfProfile).toList();
    return mapping.mapsPeople()
        && isOfProfile(path)
        && !profile.isEmpty()
        && profile.stream().noneMatch(one -> path.equals(one) || path.startsWith(one + "."));
  }

  private static boolean isOfProfile(String path) {
    return path.startsWith("profile.");
  }

  @Override
  public Optional<SourceField> field(ObjectMapping mapping, String path) {
    String list = mapping.dataSource().split("\\?", 2)[0];
    return byList.getOrDefault(list, List.of()).stream()
        .filter(field -> field.path().equals(path))
        .findFirst();
  }
}
