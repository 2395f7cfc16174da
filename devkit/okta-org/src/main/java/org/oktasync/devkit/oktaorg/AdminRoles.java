package org.oktasync.devkit.oktaorg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who administers the organisation: roles of people and of groups, and the custom roles that there
 * are. A deactivated person has none, and loses their own for good. Safe for many threads.
 */
public final class AdminRoles implements Directory.Dependant {
  /**
   * A role that the organisation made itself.
   *
   * @param description what it is for
   */
  record Custom(String id, String label, String description, Instant created) {}

  private final Directory directory;
  private final Ids ids;
  private final String resourceSet;
  private final List<Custom> custom = new ArrayList<>();
  private final Map<String, List<RoleGrant>> ofUsers = new LinkedHashMap<>();
  private final Map<String, List<RoleGrant>> ofGroups = new LinkedHashMap<>();

  AdminRoles(Directory directory, Ids ids) {
    this.directory = directory;
    this.ids = ids;
    this.resourceSet = ids.next("iam");
    Instant now = directory.now();
    custom.add(new Custom(ids.next("cr0"), "Asset reader", "Reads devices and people", now));
    custom.add(new Custom(ids.next("cr0"), "Leaver desk", "Deactivates people", now));
    directory.tell(this);
  }

  List<Custom> custom() {
    return custom;
  }

  /** The one set of resources that custom roles are given for. */
  String resourceSet() {
    return resourceSet;
  }

  /**
   * Gives a person a role.
   *
   * @param role the name of a standard role, or the id of a custom one
   * @throws OktaError E0000090 if they have it, E0000001 if the person is deactivated or there is
   *     no such role
   */
  public String grant(String userId, String role) {
    synchronized (directory) {
      User user = directory.user(userId);
      if (user.status() == UserStatus.DEPROVISIONED) {
        throw OktaError.invalid("userId", "A deactivated user cannot have a role");
      }
      RoleGrant grant = add(ofUsers, userId, fresh(role), "user");
      tell(EventType.ROLE_GRANTED, LogEvent.Party.of(user), grant);
      return grant.id();
    }
  }

  /** Gives a group a role; refusals as for a person. */
  public String grantGroup(String groupId, String role) {
    synchronized (directory) {
      Group group = directory.group(groupId);
      RoleGrant grant = add(ofGroups, groupId, fresh(role), "group");
      tell(EventType.GROUP_ROLE_GRANTED, LogEvent.Party.of(group), grant);
      return grant.id();
    }
  }

  /**
   * Takes a person's own role away.
   *
   * @throws OktaError E0000007 if the person has no such grant of their own
   */
  public void revoke(String userId, String grantId) {
    synchronized (directory) {
      User user = directory.user(userId);
      RoleGrant grant = remove(ofUsers, userId, grantId);
      tell(EventType.ROLE_REVOKED, LogEvent.Party.of(user), grant);
    }
  }

  /**
   * Takes a group's role away.
   *
   * @throws OktaError E0000007 if the group has no such grant
   */
  public void revokeGroup(String groupId, String grantId) {
    synchronized (directory) {
      Group group = directory.group(groupId);
      RoleGrant grant = remove(ofGroups, groupId, grantId);
      tell(EventType.GROUP_ROLE_REVOKED, LogEvent.Party.of(group), grant);
    }
  }

  /** A person's own roles. */
  List<RoleGrant> own(User user) {
    synchronized (directory) {
      return List.copyOf(ofUsers.getOrDefault(user.id(), List.of()));
    }
  }

  /** A group's roles. */
  List<RoleGrant> of(Group group) {
    synchronized (directory) {
      return List.copyOf(ofGroups.getOrDefault(group.id(), List.of()));
    }
  }

  /** The roles that a person has through groups, with these groups. */
  List<Map.Entry<Group, RoleGrant>> inherited(User user) {
    synchronized (directory) {
      List<Map.Entry<Group, RoleGrant>> found = new ArrayList<>();
      if (user.status() != UserStatus.DEPROVISIONED) {
        ofGroups.forEach(
            (id, grants) -> {
              Group group = directory.group(id);
              if (group.members().contains(user.number())) {
                grants.forEach(grant -> found.add(Map.entry(group, grant)));
              }
            });
      }
      return found;
    }
  }

  /** The names of a person's roles, those of their groups included; a custom one's is its id. */
  public List<String> of(User user) {
    synchronized (directory) {
      List<String> roles = new ArrayList<>();
      own(user).forEach(grant -> roles.add(grant.role()));
      inherited(user).forEach(entry -> roles.add(entry.getValue().role()));
      return roles.stream().distinct().sorted().toList();
    }
  }

  /** What the administration calls a person's roles, those of their groups included. */
  public List<String> labelsOf(User user) {
    synchronized (directory) {
      List<String> labels = new ArrayList<>();
      own(user).forEach(grant -> labels.add(grant.label()));
      inherited(user).forEach(entry -> labels.add(entry.getValue().label()));
      return labels.stream().distinct().sorted().toList();
    }
  }

  /** People with roles of their own, in list order. */
  Slice<User> holders(int after, int limit) {
    synchronized (directory) {
      return directory.users(after, limit, user -> ofUsers.containsKey(user.id()));
    }
  }

  /** Puts a role in place without an event. */
  void load(User user, String role) {
    synchronized (directory) {
      add(ofUsers, user.id(), fresh(role), "user");
    }
  }

  /** Puts a group's role in place without an event. */
  void load(Group group, String role) {
    synchronized (directory) {
      add(ofGroups, group.id(), fresh(role), "group");
    }
  }

  @Override
  public void deactivated(User user) {
    for (RoleGrant grant : ofUsers.getOrDefault(user.id(), List.of())) {
      directory
          .events()
          .bySystem(EventType.ROLE_REVOKED, LogEvent.Party.of(user), LogEvent.Party.of(grant));
    }
    ofUsers.remove(user.id());
  }

  @Override
  public void deleted(User user) {
    ofUsers.remove(user.id());
  }

  @Override
  public void deleted(Group group) {
    ofGroups.remove(group.id());
  }

  private RoleGrant fresh(String role) {
    Optional<Custom> own = custom.stream().filter(some -> some.id().equals(role)).findFirst();
    return own.map(
            some ->
                new RoleGrant(
                    ids.next("irb"), some.id(), some.label(), resourceSet, directory.now()))
        .orElseGet(
            () ->
                new RoleGrant(
                    ids.next("ra1"), role, RoleKind.named(role).label(), null, directory.now()));
  }

  private static RoleGrant add(
      Map<String, List<RoleGrant>> all, String id, RoleGrant grant, String whose) {
    List<RoleGrant> grants = all.getOrDefault(id, List.of());
    if (grants.stream().anyMatch(grant::sameAs)) {
      throw new OktaError(
          409, "E0000090", "The role specified is already assigned to the " + whose + ".");
    }
    List<RoleGrant> next = new ArrayList<>(grants);
    next.add(grant);
    all.put(id, next);
    return grant;
  }

  private static RoleGrant remove(Map<String, List<RoleGrant>> all, String id, String grantId) {
    List<RoleGrant> next = new ArrayList<>(all.getOrDefault(id, List.of()));
    RoleGrant grant =
        next.stream()
            .filter(some -> some.id().equals(grantId))
            .findFirst()
            .orElseThrow(() -> OktaError.notFound("RoleAssignment", grantId));
    next.remove(grant);
    if (next.isEmpty()) {
      all.remove(id);
    } else {
      all.put(id, next);
    }
    return grant;
  }

  private void tell(EventType type, LogEvent.Party whose, RoleGrant grant) {
    directory.events().byAdministrator(type, whose, LogEvent.Party.of(grant));
  }
}
