package org.oktasync.devkit.oktaorg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Draws a change that the organisation can make as it is now. */
final class RandomChange {
  private static final int BULK = 50;
  private static final int LARGEST_IMPORT = 500;
  private static final List<String> ATTRIBUTES =
      List.of("title", "department", "city", "displayName");
  private static final Set<String> REQUIRED = Set.of("login", "email", "firstName", "lastName");
  private static final Predicate<Group> OPEN =
      group -> group.type() == GroupType.OKTA_GROUP && group.rule() == null;

  private final Directory directory;
  private final Random random;

  RandomChange(Directory directory, Random random) {
    this.directory = directory;
    this.random = random;
  }

  /** A change of this kind, or nothing if there is nobody whom it could concern. */
  Optional<Change> of(Change.Kind kind) {
    return switch (kind) {
      case CREATE_USER -> Optional.of(joiner());
      case UPDATE_USER -> user(RandomChange::valid).map(this::mover);
      case ACTIVATE -> user(kind, Set.of(UserStatus.STAGED, UserStatus.DEPROVISIONED));
      case REACTIVATE -> user(kind, Set.of(UserStatus.PROVISIONED));
      case SUSPEND -> user(kind, Set.of(UserStatus.ACTIVE));
      case UNSUSPEND -> user(kind, Set.of(UserStatus.SUSPENDED));
      case DEACTIVATE -> user(UsersApi::listed).map(u -> Change.ofUser(kind, u.id()));
      case DELETE_USER -> user(user -> true).map(u -> Change.ofUser(kind, u.id()));
      case CREATE_GROUP -> Optional.of(Change.ofGroup(kind, null, newName()));
      case UPDATE_GROUP -> group(OPEN).map(g -> Change.ofGroup(kind, g.id(), newName()));
      case DELETE_GROUP -> group(OPEN).map(g -> Change.ofGroup(kind, g.id()));
      case ADD_MEMBER -> group(OPEN).flatMap(group -> stranger(kind, group));
      case REMOVE_MEMBER -> group(OPEN.and(group -> group.members().size() > 0)).map(this::leaver);
      case SET_MEMBERS -> group(RandomChange::smallImport).map(this::imported);
      case APPLY_RULE -> group(group -> group.rule() != null).or(() -> group(OPEN)).map(this::rule);
      case REFUSED_ADD ->
          group(g -> g.type() == GroupType.APP_GROUP).flatMap(group -> stranger(kind, group));
    };
  }

  private Change joiner() {
    String name = "Joiner" + word();
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("firstName", "New");
    profile.put("lastName", name);
    profile.put("login", name.toLowerCase(Locale.ROOT) + "@larkfield.example");
    profile.put("email", profile.get("login"));
    profile.put("department", department());
    List<String> groups =
        Stream.of(group(OPEN), group(OPEN))
            .flatMap(Optional::stream)
            .map(Group::id)
            .distinct()
            .toList();
    return new Change(Change.Kind.CREATE_USER, null, null, profile, groups, null);
  }

  private Change mover(User user) {
    String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
    String value = attribute.equals("department") ? department() : "New " + word();
    return Change.ofUser(Change.Kind.UPDATE_USER, user.id(), Map.of(attribute, value));
  }

  private Optional<Change> stranger(Change.Kind kind, Group group) {
    return user(user -> !group.members().contains(user.number()))
        .map(user -> Change.ofMember(kind, group.id(), user.id()));
  }

  private Change leaver(Group group) {
    List<User> members = directory.members(group.id());
    User leaver = members.get(random.nextInt(members.size()));
    return Change.ofMember(Change.Kind.REMOVE_MEMBER, group.id(), leaver.id());
  }

  /** Up to fifty members go, and fifty others come. */
  private Change imported(Group group) {
    List<String> members =
        new ArrayList<>(directory.members(group.id()).stream().skip(BULK).map(User::id).toList());
    int from = random.nextInt(directory.numbers());
    directory
        .users(from, BULK, user -> !group.members().contains(user.number()))
        .items()
        .forEach(user -> members.add(user.id()));
    return new Change(Change.Kind.SET_MEMBERS, null, group.id(), null, members, null);
  }

  private Change rule(Group group) {
    Map<String, Object> condition = Map.of("department", department());
    return Change.ofGroup(Change.Kind.APPLY_RULE, group.id(), condition);
  }

  private Map<String, Object> newName() {
    return Map.of("name", "Group " + word());
  }

  private String word() {
    return Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
  }

  /** Somebody's department. */
  private String department() {
    return user(user -> user.text("department") != null)
        .map(user -> user.text("department"))
        .orElse("Sales");
  }

  private Optional<Change> user(Change.Kind kind, Set<UserStatus> statuses) {
    return user(user -> statuses.contains(user.status())).map(u -> Change.ofUser(kind, u.id()));
  }

  private Optional<User> user(Predicate<User> wanted) {
    int from = random.nextInt(directory.numbers());
    Predicate<User> free = wanted.and(user -> user.number() > 0);
    return Stream.of(from - 1, -1)
        .flatMap(after -> directory.users(after, 1, free).items().stream())
        .findFirst();
  }

  private Optional<Group> group(Predicate<Group> wanted) {
    List<Group> some = directory.groups().stream().filter(wanted).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  /** Whether a group's members are few enough to be listed in a history. */
  private static boolean smallImport(Group group) {
    return group.type() == GroupType.APP_GROUP && group.members().size() <= LARGEST_IMPORT;
  }

  /** Whether Okta would take a change of this person's profile. */
  private static boolean valid(User user) {
    return UsersApi.listed(user)
        && user.profile().keySet().containsAll(REQUIRED)
        && user.login().matches("\\S+@\\S+");
  }
}
