package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the company applications, administrators and devices. All of it follows from the number of
 * each thing, so that the people and groups of a seed stay as they are.
 */
final class AccessGenerator {
  private static final int ROLES_EACH = 3;
  private static final List<RoleKind> LESSER =
      Arrays.stream(RoleKind.values()).filter(kind -> kind != RoleKind.SUPER_ADMIN).toList();

  private final NamePool pool;
  private final List<User> people;
  private final List<Group> groups;

  AccessGenerator(NamePool pool, List<User> people, List<Group> groups) {
    this.pool = pool;
    this.people = people;
    this.groups = groups;
  }

  /**
   * Most applications come to people through groups, the first through Everyone; every other one
   * has people of its own; every eighth is switched off.
   */
  void applications(int count, Applications apps) {
    List<String> labels = pool.all("applications");
    for (int i = 0; i < count; i++) {
      String label = labels.get(i % labels.size()) + (i < labels.size() ? "" : " " + i);
      App app = apps.load(technicalName(i, label), label, mode(i));
      Map<String, Instant> assigned = new LinkedHashMap<>();
      if (i == 0) {
        assigned.put(groups.get(0).id(), app.created());
      } else if (i % 4 != 3 && groups.size() > 1) {
        assigned.put(other(i * 3).id(), app.created());
        assigned.put(other(i * 5 + 1).id(), app.created());
      }
      App loaded = app.with(assigned, i % 2 == 0 ? Map.of() : direct(i, app), app.created());
      apps.load(i % 8 == 7 ? loaded.withActive(false, app.created()) : loaded);
    }
  }

  private static String mode(int i) {
    return switch (i % 5) {
      case 1 -> "OPENID_CONNECT";
      case 3 -> "BOOKMARK";
      default -> "SAML_2_0";
    };
  }

  private static String technicalName(int i, String label) {
    return switch (i % 5) {
      case 1 -> "oidc_client";
      case 3 -> "bookmark";
      default -> "larkfield_" + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + "_1";
    };
  }

  /** Any group but Everyone. */
  private Group other(int index) {
    return groups.get(1 + index % (groups.size() - 1));
  }

  private Map<String, App.Direct> direct(int i, App app) {
    Map<String, App.Direct> users = new LinkedHashMap<>();
    for (User user : people) {
      boolean chosen = user.number() % 12 == i % 12;
      if (chosen && user.status() != UserStatus.DEPROVISIONED) {
        Map<String, Object> profile =
            user.number() % 2 == 0
                ? Map.of("licence", "full")
                : Map.of("licence", "basic", "costCentres", List.of("C1", "C2"));
        users.put(user.id(), new App.Direct(app.created(), profile));
      }
    }
    return users;
  }

  /** The administrator and others from all over the list, three roles each; and one group. */
  void roles(int holders, AdminRoles roles) {
    List<User> able =
        people.stream().filter(user -> user.status() != UserStatus.DEPROVISIONED).toList();
    int some = Math.min(holders, able.size());
    for (int i = 0; i < some; i++) {
      User user = able.get((int) ((long) i * able.size() / some));
      for (int k = 0; k < ROLES_EACH; k++) {
        roles.load(user, role(i, k, roles));
      }
    }
    if (some > 0 && groups.size() > 5) {
      roles.load(groups.get(5), RoleKind.HELP_DESK_ADMIN.name());
    }
  }

  private static String role(int holder, int k, AdminRoles roles) {
    if (holder == 0 && k == 0) {
      return RoleKind.SUPER_ADMIN.name();
    } else if (holder % 5 == 2 && k == 2) {
      return roles.custom().get(0).id();
    }
    return LESSER.get((holder * ROLES_EACH + k) % LESSER.size()).name();
  }

  /** One owner each, but nobody for every 25th, and two people for the one before. */
  void devices(int count, Devices devices) {
    for (int i = 0; i < count; i++) {
      User owner = people.get((int) ((long) i * people.size() / count));
      User second = people.get((owner.number() + 1) % people.size());
      List<String> owners =
          switch (i % 25) {
            case 24 -> List.of();
            case 23 -> owner == second ? List.of(owner.id()) : List.of(owner.id(), second.id());
            default -> List.of(owner.id());
          };
      devices.load(profile(i, owner), owners);
    }
  }

  private static Map<String, Object> profile(int i, User owner) {
    String[] kind = kind(i);
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("displayName", owner.text("firstName") + "'s " + kind[2]);
    profile.put("platform", kind[0]);
    if (i % 10 != 9) {
      profile.put("manufacturer", kind[1]);
      profile.put("model", kind[2]);
      profile.put("osVersion", kind[3]);
    }
    profile.put("serialNumber", "SN" + (100_000 + i));
    profile.put("registered", true);
    profile.put("secureHardwarePresent", i % 3 > 0);
    profile.put("diskEncryptionType", i % 3 > 0 ? "ALL_INTERNAL_VOLUMES" : "NONE");
    return profile;
  }

  private static String[] kind(int i) {
    return switch (i % 4) {
      case 0 -> new String[] {"MACOS", "Apple", "MacBook Pro", "14.5"};
      case 1 -> new String[] {"WINDOWS", "Dell", "Latitude 7440", "10.0.22631"};
      case 2 -> new String[] {"IOS", "Apple", "iPhone 15", "17.4"};
      default -> new String[] {"ANDROID", "Google", "Pixel 8", "14:2024-05-05"};
    };
  }
}
