package org.oktasync.fakes;

import org.oktasync.source.EntitlementKind;
import org.oktasync.source.EntitlementLists;
import org.oktasync.source.EntitlementListsContract;

public class InMemoryEntitlementsTest extends EntitlementListsContract {
  private final InMemoryEntitlements entitlements =
      new InMemoryEntitlements()
          .thing(EntitlementKind.GROUPS, "00g1", "Crew", "00u1")
          .thing(EntitlementKind.APPS, "0oa1", "Wiki", "00u1")
          .thing(EntitlementKind.ROLES, "DESK", "Desk", "00u1");

  @Override
  protected EntitlementLists entitlements() {
    return entitlements;
  }

  @Override
  protected void withoutRoles() {
    entitlements.withoutFeature(EntitlementKind.ROLES);
  }

  @Override
  protected void doubtCrew() {
    entitlements.doubt(EntitlementKind.GROUPS, "00g1");
  }
}
