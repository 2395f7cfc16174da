package org.oktasync.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.oktasync.source.EntitlementKind;

/**
 * Reads admin roles: the people who have any, then the roles of each of them and of each group that
 * may have some. Okta does not say whether its list of people names those who have a role through a
 * group alone; the groups tell.
 */
final class RolesReader {
  private final ListFamily family;
  private final EntitlementRequests requests;
  private final EntitlementBook book;

  RolesReader(ListFamily family, EntitlementRequests requests, EntitlementBook book) {
    this.family = family;
    this.requests = requests;
    this.book = book;
  }

  /** Reads who has admin roles; empty when Okta does not tell this connection. */
  Optional<List<String>> read() {
    List<String> found = new ArrayList<>();
    ListOutcome outcome = family.read(new IdParser(), id -> id, requests.holders(), found::add);
    book.judge(EntitlementKind.ROLES, "administrators", outcome);
    return outcome.featureMissing() ? Optional.empty() : Optional.of(found);
  }

  /** What is still to be read; each part is one list. */
  List<Runnable> parts(List<String> holders, EntitledGroups groups) {
    book.judge(EntitlementKind.ROLES, "groups", ListOutcome.of(groups.completeness()));
    List<Runnable> parts = new ArrayList<>();
    holders.forEach(user -> parts.add(() -> readUser(user)));
    groups.all().stream()
        .filter(EntitledGroup::mayAdminister)
        .forEach(group -> parts.add(() -> readGroup(group)));
    return parts;
  }

  private void readUser(String user) {
    ListOutcome outcome =
        read(requests.rolesOf(user), grant -> book.pair(EntitlementKind.ROLES, user, grant.role()));
    book.judgePerson(EntitlementKind.ROLES, user, "roles of " + user, outcome);
  }

  private void readGroup(EntitledGroup group) {
    ListOutcome outcome =
        read(
            requests.rolesOfGroup(group.id()),
            grant -> book.grant(EntitlementKind.ROLES, group.id(), grant.role()));
    book.judge(EntitlementKind.ROLES, "roles of group " + group.name(), outcome);
  }

  /** One role may be given several times, for other resources each time. */
  private ListOutcome read(OktaRequest first, Consumer<RoleGrant> sink) {
    return family.read(
        new RoleGrantParser(),
        RoleGrant::id,
        first,
        grant -> {
          if (grant.active()) {
            book.object(EntitlementKind.ROLES, grant.role(), grant.object());
            sink.accept(grant);
          }
        });
  }
}
