package org.oktasync.okta;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.oktasync.config.Secret;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.source.EntitlementLists;
import org.oktasync.source.EntitlementListsContract;

public class OktaEntitlementsContractTest extends EntitlementListsContract {
  private final PoorOrg org = new PoorOrg();
  private final FakeTime time = new FakeTime();
  private final OktaIdentitySource source =
      new OktaIdentitySource(
          new OktaAccess(org.url(), new Secret(PoorOrg.TOKEN), 50, 2),
          PersonAttributes.of(Set.of()),
          new OktaRateLimiters(time),
          time,
          time,
          () -> 0.5,
          RecordedLog.unread(),
          OrgFixture.CALM);

  @Before
  public void layOut() {
    org.group("00g1", "OKTA_GROUP", "Crew", 1, List.of("00u1"));
    org.lists.put("/api/v1/groups/00g1/roles", List.of());
    org.lists.put("/api/v1/apps", List.of("{\"id\":\"0oa1\",\"label\":\"Wiki\"}"));
    org.lists.put("/api/v1/apps/0oa1/users", List.of("{\"id\":\"00u1\",\"status\":\"ACTIVE\"}"));
    org.wrapped.put(
        "/api/v1/iam/assignees/users", new PoorOrg.Wrapped("value", List.of("{\"id\":\"00u1\"}")));
    org.lists.put(
        "/api/v1/users/00u1/roles", List.of("{\"id\":\"x\",\"type\":\"DESK\",\"label\":\"Desk\"}"));
  }

  @After
  public void stop() {
    source.close();
    org.close();
  }

  @Override
  protected EntitlementLists entitlements() {
    return source.entitlements();
  }

  @Override
  protected void withoutRoles() {
    org.fail("/api/v1/iam/assignees/users", Reply.status(403));
  }

  @Override
  protected void doubtCrew() {
    org.fail(
        "/api/v1/groups/00g1/users",
        Collections.nCopies(4, Reply.status(503)).toArray(Reply[]::new));
  }
}
