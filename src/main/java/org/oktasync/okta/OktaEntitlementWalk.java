package org.oktasync.okta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceValue;
import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementWalk;
import org.oktasync.source.Entitlements;
import org.oktasync.source.Entitlements.Held;

/**
 * Walks over the pairs of all kinds in step. What groups give is worked out on the way, so that a
 * group of everybody with ten applications does not become ten pairs for each person.
 */
final class OktaEntitlementWalk implements EntitlementWalk {
  /** Okta leaves people of this status in their groups, and takes everything else from them. */
  private static final String DEACTIVATED = "DEPROVISIONED";

  private final EntitlementBook book;
  private final Optional<String> everyone;
  private final Pairs.Walk memberships;
  private final Pairs.Walk apps;
  private final Pairs.Walk roles;
  private String last = "";

  /**
   * @param everyone the id of the group of everybody, whose members were not read
   */
  OktaEntitlementWalk(EntitlementBook book, Optional<String> everyone) {
    this.book = book;
    this.everyone = everyone;
    this.memberships = book.walk(EntitlementKind.GROUPS);
    this.apps = book.walk(EntitlementKind.APPS);
    this.roles = book.walk(EntitlementKind.ROLES);
  }

  @Override
  public Entitlements of(ExternalId user, String status) {
    String person = user.value();
    if (person.compareTo(last) <= 0) {
      throw new IllegalArgumentException(person + " does not come after " + last);
    }
    last = person;
    List<String> groups = new ArrayList<>(memberships.of(person));
    everyone.ifPresent(groups::add);
    List<String> giving = status.equals(DEACTIVATED) ? List.of() : groups;
    return new Entitlements(
        held(EntitlementKind.GROUPS, person, groups),
        held(EntitlementKind.APPS, person, with(giving, EntitlementKind.APPS, apps.of(person))),
        held(EntitlementKind.ROLES, person, with(giving, EntitlementKind.ROLES, roles.of(person))));
  }

  /** What somebody has by themselves, and what their groups give. */
  private Set<String> with(List<String> groups, EntitlementKind kind, List<String> own) {
    Set<String> all = new HashSet<>(own);
    groups.forEach(group -> all.addAll(book.grants(kind, group)));
    return all;
  }

  private Held held(EntitlementKind kind, String person, Collection<String> things) {
    Map<String, SourceValue.Fields> objects = book.objects(kind);
    List<SourceValue.Fields> held =
        new TreeSet<>(things).stream().filter(objects::containsKey).map(objects::get).toList();
    return new Held(held, book.knows(kind, person));
  }

  @Override
  public void close() {
    memberships.close();
    apps.close();
    roles.close();
  }
}
