package org.oktasync.devkit.oktaorg;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the people of a believable company; the same seed makes the same people. */
final class PeopleGenerator {
  private static final Instant FOUNDED = Instant.parse("2019-03-01T08:00:00Z");
  private static final int DAYS = 2400;
  private static final int LOGIN_MAX = 100;

  private final NamePool pool;
  private final Random random;
  private final Ids ids;
  private final UserTypes types;
  private final String domain;
  private final Set<String> logins = new HashSet<>();
  private final Map<String, Integer> copies = new HashMap<>();

  PeopleGenerator(NamePool pool, long seed, Ids ids, UserTypes types) {
    this.pool = pool;
    this.random = new Random(seed);
    this.ids = ids;
    this.types = types;
    this.domain = pool.one("domain");
  }

  /** People with numbers 0 to {@code count - 1}; number 0 is the administrator, always clean. */
  List<User> generate(int count, boolean clean) {
    Map<Integer, Oddity> oddities = new LinkedHashMap<>();
    Map<Integer, Integer> variants = new LinkedHashMap<>();
    List<Integer> order = shuffled(count);
    int next = 0;
    for (Oddity oddity : Oddity.values()) {
      for (int i = 0; i < oddity.count(count, clean) && next < order.size(); i++, next++) {
        oddities.put(order.get(next), oddity);
        variants.put(order.get(next), i);
      }
    }
    UserStatus[] statuses = statuses(count);
    List<User> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Map<String, Object> profile = plainProfile(i);
      Oddity oddity = oddities.get(i);
      if (oddity != null) {
        distort(profile, oddity, variants.get(i), people);
      }
      if (i > 0) {
        User manager = people.get((i - 1) / 8);
        profile.put("managerId", manager.id());
        profile.put("manager", manager.text("firstName"));
      }
      people.add(user(i, profile, statuses[i]));
    }
    return people;
  }

  /**
   * All numbers but the administrator's; low numbers last, as clashes need somebody before them.
   */
  private List<Integer> shuffled(int count) {
    List<Integer> order = new ArrayList<>(IntStream.range(1, count).boxed().toList());
    Collections.shuffle(order, random);
    order.sort((a, b) -> Boolean.compare(a < 3, b < 3));
    return order;
  }

  private UserStatus[] statuses(int count) {
    UserStatus[] statuses = new UserStatus[count];
    Arrays.fill(statuses, UserStatus.ACTIVE);
    List<Integer> order = shuffled(count);
    int next = 0;
    for (Oddity.Share share : Oddity.STATUSES) {
      for (int i = 0; i < share.count(count) && next < order.size(); i++, next++) {
        statuses[order.get(next)] = share.status();
      }
    }
    return statuses;
  }

  private Map<String, Object> plainProfile(int number) {
    List<String> scripts = pool.all("scripts");
    String script = scripts.get(number % scripts.size());
    NamePool.Name given = pool.anyName(script + ".given", random);
    NamePool.Name family = pool.anyName(script + ".family", random);
    String handle = number == 0 ? "okta.admin" : given.handle() + "." + family.handle();
    String login = free(handle, "");
    int city = random.nextInt(pool.all("cities").size());
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("firstName", given.shown());
    profile.put("lastName", family.shown());
    profile.put("login", login);
    profile.put("email", login);
    profile.put("displayName", given.shown() + " " + family.shown());
    profile.put("title", pool.any("titles", random).intern());
    profile.put("department", pool.any("departments", random).intern());
    profile.put("city", pool.all("cities").get(city).intern());
    profile.put("countryCode", pool.all("countries").get(city).intern());
    profile.put("organization", "Larkfield");
    profile.put("employeeNumber", "E" + (10_000 + number));
    profile.put("locale", "en_US");
    profile.put("jiraTeam", pool.any("teams", random).intern());
    profile.put("badgeNumber", 5_000 + number);
    profile.put("external", number % 12 == 11);
    profile.put("contractType", number % 10 == 3 ? "T" : "P");
    profile.put("startedAt", FOUNDED.plus(Duration.ofDays(number % DAYS)).toString());
    if (number % 4 == 0) {
      profile.put("skills", List.of("Java", "SQL"));
    }
    if (number % 12 == 11) {
      profile.put("agency", "Larkfield Temps");
      profile.put("languages", List.of("en", "fr"));
    } else if (number % 6 == 2) {
      profile.put("officeDays", List.of(1, 3));
    }
    return profile;
  }

  /** A login nobody has: handle, a number where needed, suffix, domain. */
  private String free(String handle, String suffix) {
    String login;
    do {
      int copy = copies.merge(handle + suffix, 1, Integer::sum);
      login = handle + (copy == 1 ? "" : "" + copy) + suffix + "@" + domain;
    } while (!logins.add(login.toLowerCase(Locale.ROOT)));
    return login;
  }

  private void distort(
      Map<String, Object> profile, Oddity oddity, int variant, List<User> earlier) {
    switch (oddity) {
      case MISSING_FIELD ->
          profile.remove(List.of("displayName", "email", "lastName").get(variant % 3));
      case CLASHING_LOGIN -> profile.put("login", clash(variant, earlier));
      case LONG_VALUE -> lengthen(profile, variant);
      case SHARED_EMAIL -> profile.put("email", someAddress(earlier));
      case PUNCTUATED_LOGIN -> profile.put("login", punctuated(profile, variant));
      case FOREIGN_LOGIN ->
          profile.put(
              "login",
              free(
                  profile.get("firstName")
                      + "."
                      + profile.get("lastName").toString().replace(' ', '-'),
                  ""));
    }
  }

  private static String handle(Map<String, Object> profile) {
    String login = profile.get("login").toString();
    return login.substring(0, login.indexOf('@'));
  }

  private static String someAddress(List<User> earlier) {
    return earlier.stream()
        .skip(earlier.size() / 2)
        .map(user -> user.text("email"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> earlier.get(0).text("email"));
  }

  private String clash(int variant, List<User> earlier) {
    User other =
        earlier.stream().skip(earlier.size() / 3).filter(this::isPlain).findFirst().orElseThrow();
    String login = other.login();
    return switch (variant % 4) {
      case 0 -> decomposed(other, earlier);
      case 1 -> keep(free("tom<" + variant + ">", "").replace("@", "&co@"));
      case 2 -> keep(login.replaceFirst("@", "\u200b@"));
      default -> keep(login + " ");
    };
  }

  private boolean isPlain(User user) {
    return user.login().equals(user.text("email"))
        && user.login().length() < LOGIN_MAX / 2
        && !logins.contains(user.login() + " ")
        && !logins.contains(user.login().replaceFirst("@", "\u200b@"));
  }

  /** Gives {@code other} an accented login and answers the same login in decomposed form. */
  private String decomposed(User other, List<User> earlier) {
    String composed = free("rené." + handle(other.profile()), "");
    Map<String, Object> profile = new LinkedHashMap<>(other.profile());
    profile.put("login", composed);
    earlier.set(other.number(), other.withProfile(profile, other.lastUpdated()));
    return keep(Normalizer.normalize(composed, Normalizer.Form.NFD));
  }

  private String keep(String login) {
    if (!logins.add(login.toLowerCase(Locale.ROOT))) {
      throw new IllegalStateException("Generated twice: " + login);
    }
    return login;
  }

  private void lengthen(Map<String, Object> profile, int variant) {
    if (variant % 2 == 0) {
      profile.put("displayName", (profile.get("displayName") + " ").repeat(60).strip());
    } else {
      String handle = handle(profile) + "-";
      int room = LOGIN_MAX - domain.length() - 1;
      profile.put("login", free(handle.repeat(room).substring(0, room), ""));
    }
  }

  private String punctuated(Map<String, Object> profile, int variant) {
    return free(handle(profile), List.of("+jira", "#ops", "/ext", "o'x").get(variant % 4));
  }

  private User user(int number, Map<String, Object> profile, UserStatus status) {
    Instant created = FOUNDED.plus(Duration.ofMinutes(random.nextInt(DAYS * 1440)));
    Instant changed = created.plus(Duration.ofMinutes(random.nextInt(100 * 1440)));
    boolean invited = status != UserStatus.STAGED;
    boolean signedUp =
        invited && status != UserStatus.PROVISIONED && status != UserStatus.DEPROVISIONED;
    boolean external = Boolean.TRUE.equals(profile.get("external"));
    return new User(
        number,
        ids.next("00u"),
        (external ? types.external() : types.standard()).id(),
        status,
        created,
        invited ? created : null,
        changed,
        signedUp ? changed : null,
        changed,
        signedUp ? created : null,
        Collections.unmodifiableMap(profile));
  }
}
