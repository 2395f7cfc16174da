package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The organisation's people by id and by login, which is unique without regard to case, and the
 * checks that Okta makes of their profiles. Not thread-safe: {@link Directory} guards it.
 */
final class People {
  static final String TAKEN =
      "An object with this field already exists in the current organization";

  private final Ids ids;
  private final UserTypes types;
  private final Table<User> rows = new Table<>();
  private final Map<String, String> idByLogin = new HashMap<>();

  People(Ids ids) {
    this.ids = ids;
    this.types = new UserTypes(ids);
  }

  UserTypes types() {
    return types;
  }

  Table<User> rows() {
    return rows;
  }

  /**
   * The person with this id.
   *
   * @throws OktaError E0000007 if there is none
   */
  User get(String id) {
    User user = rows.get(id);
    if (user == null) {
      throw OktaError.notFound("User", id);
    }
    return user;
  }

  /**
   * The person with this id or, without regard to case, this login.
   *
   * @throws OktaError E0000007 if there is none
   */
  User find(String idOrLogin) {
    return get(idByLogin.getOrDefault(fold(idOrLogin), idOrLogin));
  }

  /** A person who is not put in place yet. */
  User fresh(
      Map<String, Object> profile,
      String typeId,
      UserStatus status,
      boolean hasPassword,
      Instant now) {
    Instant invited = status == UserStatus.STAGED ? null : now;
    return new User(
        rows.nextNumber(),
        ids.next("00u"),
        typeId == null ? types.standard().id() : typeId,
        status,
        now,
        invited,
        invited,
        null,
        now,
        hasPassword ? now : null,
        compact(profile));
  }

  /**
   * A person with a changed profile, not put in place yet.
   *
   * @param partial true keeps attributes that {@code changes} does not name; null clears one
   * @throws OktaError if the person is deactivated or the result is invalid
   */
  User changed(User old, Map<String, Object> changes, boolean partial, Instant now) {
    if (old.status() == UserStatus.DEPROVISIONED) {
      throw new OktaError(403, "E0000038", "A deactivated user cannot be changed");
    }
    Map<String, Object> profile = new LinkedHashMap<>(partial ? old.profile() : Map.of());
    profile.putAll(changes);
    check(profile, old.id(), types.require(old.typeId()));
    return old.withProfile(compact(profile), now);
  }

  void put(User user) {
    User old = rows.get(user.id());
    if (old != null) {
      idByLogin.remove(fold(old.login()));
    }
    rows.put(user.id(), user.number(), user);
    idByLogin.put(fold(user.login()), user.id());
  }

  /** Takes attributes out of the profiles of a type; times stay. */
  void drop(ProfileSchema schema, Set<String> attributes) {
    for (User user : rows.all()) {
      boolean concerned = types.require(user.typeId()).schema() == schema;
      if (concerned && !Collections.disjoint(user.profile().keySet(), attributes)) {
        put(user.withProfile(without(user.profile(), attributes), user.lastUpdated()));
      }
    }
  }

  static Map<String, Object> without(Map<String, Object> profile, Set<String> attributes) {
    Map<String, Object> kept = new LinkedHashMap<>(profile);
    kept.keySet().removeAll(attributes);
    return compact(kept);
  }

  void remove(User user) {
    rows.remove(user.id());
    idByLogin.remove(fold(user.login()));
  }

  /**
   * Checks a whole profile.
   *
   * @param ownId whose profile it is, or null for a new person
   * @throws OktaError if it breaks the type's schema or the login is malformed or taken
   */
  void check(Map<String, Object> profile, String ownId, UserTypes.Type type) {
    type.schema().check(profile);
    if (!profile.get("email").toString().matches("[^\\s@]+@[^\\s@]+")) {
      throw OktaError.invalid("email", "Does not match required pattern");
    }
    if (!profile.get("login").toString().matches("\\S+@\\S+")) {
      throw OktaError.invalid("login", "Username must be in the form of an email address");
    }
    checkLogin(profile, ownId);
  }

  /**
   * Checks only that there is a login and nobody else has it.
   *
   * @throws OktaError if that is not so
   */
  void checkLogin(Map<String, Object> profile, String ownId) {
    if (profile.get("login") == null) {
      throw OktaError.invalid("login", "The field cannot be left blank");
    }
    String holder = idByLogin.get(fold(profile.get("login").toString()));
    if (holder != null && !holder.equals(ownId)) {
      throw OktaError.invalid("login", TAKEN);
    }
  }

  /** The profile as it is stored: without empty values, unchanging. */
  static Map<String, Object> compact(Map<String, Object> profile) {
    Map<String, Object> kept = new LinkedHashMap<>(profile);
    kept.values().removeIf(value -> value == null || "".equals(value));
    return Collections.unmodifiableMap(kept);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
