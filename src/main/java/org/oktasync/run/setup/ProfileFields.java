package org.oktasync.run.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.control.StopSignal;
import org.oktasync.mapping.assets.PresetMapping;
import org.oktasync.mapping.assets.ProfileField;
import org.oktasync.mapping.assets.SourcePath;
import org.oktasync.model.SourceValue;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.SeenProfiles;
import org.oktasync.source.IdentitySource;
import org.oktasync.source.ListRequest;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceException;
import org.oktasync.source.UserType;

/**
 * What the source's schemas say, as attributes of Assets.
 *
 * @param people the attributes of all types of people together
 * @param groups the attributes of groups
 * @param manager the attribute of people by which the source names managers; empty when that cannot
 *     be told
 */
record ProfileFields(List<ProfileField> people, List<ProfileField> groups, String manager) {
  private static final int SAMPLE = 200;
  private static final SourcePath MANAGER = SourcePath.of("profile.managerId");
  private static final SourcePath ID = SourcePath.of("id");
  private static final SourcePath LOGIN = SourcePath.of("profile.login");

  /** Asks the source. */
  static ProfileFields of(IdentitySource source, StopSignal stop) {
    ProfileFields schemas = ofSchemas(source, stop);
    return new ProfileFields(schemas.people(), schemas.groups(), manager(source, stop));
  }

  /** Asks for the schemas alone: one call for each type of people and two more. */
  static ProfileFields ofSchemas(IdentitySource source, StopSignal stop) {
    List<SourceAttribute> people = new ArrayList<>();
    for (UserType type : source.schemas().userTypes(stop)) {
      people.addAll(type.attributes());
    }
    return new ProfileFields(fields(people), fields(source.schemas().groupAttributes(stop)), "");
  }

  /** What was seen at an earlier time; of each attribute no more than its title is known. */
  static ProfileFields of(SeenProfiles seen) {
    return new ProfileFields(fields(seen.people()), fields(seen.groups()), "");
  }

  private static List<ProfileField> fields(Map<String, String> titles) {
    return titles.entrySet().stream()
        .map(one -> new ProfileField(one.getKey(), one.getValue(), AttributeType.TEXT, false))
        .toList();
  }

  /** Remembers all of this. */
  SeenProfiles seen() {
    return new SeenProfiles(titles(people), titles(groups), Set.of());
  }

  private static Map<String, String> titles(List<ProfileField> fields) {
    Map<String, String> titles = new LinkedHashMap<>();
    fields.forEach(field -> titles.put(field.path(), field.title()));
    return titles;
  }

  private static List<ProfileField> fields(List<SourceAttribute> attributes) {
    Map<String, ProfileField> byPath = new LinkedHashMap<>();
    for (SourceAttribute attribute : attributes) {
      if (attribute.mutability() != Mutability.WRITE_ONLY) {
        ProfileField field =
            new ProfileField(
                attribute.path(), attribute.title(), type(attribute), attribute.several());
        byPath.merge(field.path(), field, ProfileFields::common);
      }
    }
    return List.copyOf(byPath.values());
  }

  /** What two types of people hold differently is a text. */
  private static ProfileField common(ProfileField one, ProfileField other) {
    AttributeType type = one.type() == other.type() ? one.type() : AttributeType.TEXT;
    return new ProfileField(one.path(), one.title(), type, one.several() || other.several());
  }

  private static AttributeType type(SourceAttribute attribute) {
    return switch (attribute.type()) {
      case INTEGER -> AttributeType.INTEGER;
      case NUMBER -> AttributeType.DOUBLE;
      case FLAG -> AttributeType.BOOLEAN;
      case OTHER -> AttributeType.TEXTAREA;
      case TEXT ->
          switch (attribute.format()) {
            case EMAIL -> AttributeType.EMAIL;
            case DATE_TIME -> AttributeType.DATE_TIME;
            case URI -> AttributeType.URL;
            default -> byName(attribute);
          };
    };
  }

  /** The source's own schema says nothing of what these texts hold. */
  private static AttributeType byName(SourceAttribute attribute) {
    return switch (attribute.path()) {
      case "profile.email", "profile.secondEmail" -> AttributeType.EMAIL;
      case "profile.profileUrl" -> AttributeType.URL;
      case "created", "activated" -> AttributeType.DATE_TIME;
      case "profile.postalAddress", "profile.description" -> AttributeType.TEXTAREA;
      default -> AttributeType.TEXT;
    };
  }

  /** Looks at the first people: where their managers are named by what people have, it shows. */
  private static String manager(IdentitySource source, StopSignal stop) {
    List<String> named = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<String> logins = new ArrayList<>();
    try {
      ListRequest sample =
          ListRequest.of("/api/v1/users").withPageSize(SAMPLE).withDataLimit(SAMPLE);
      source.lists().stream(
          sample,
          stop,
          person -> {
            named.addAll(texts(MANAGER, person.value()));
            ids.addAll(texts(ID, person.value()));
            logins.addAll(texts(LOGIN, person.value()));
          });
    } catch (SourceException e) {
      // Without a sample nothing is said about managers, and their ids stay plain values.
      return "";
    }
    return manager(named, ids, logins);
  }

  /**
   * @param named how managers are named
   * @param ids the ids of people
   * @param logins the logins of people
   */
  static String manager(List<String> named, List<String> ids, List<String> logins) {
    if (!named.isEmpty() && named.stream().allMatch(name -> looksLike(name, ids))) {
      return PresetMapping.ID;
    }
    boolean known = named.stream().anyMatch(logins::contains);
    boolean alike = named.stream().allMatch(name -> name.contains("@"));
    return known && alike ? PresetMapping.NAME : "";
  }

  /** A manager need not be among the first people; then the name must at least look like an id. */
  private static boolean looksLike(String name, List<String> ids) {
    return ids.contains(name)
        || ids.stream()
            .anyMatch(id -> id.length() == name.length() && id.regionMatches(0, name, 0, 3));
  }

  private static List<String> texts(SourcePath path, SourceValue.Fields person) {
    return path.values(person).stream()
        .map(SourceValue::text)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
