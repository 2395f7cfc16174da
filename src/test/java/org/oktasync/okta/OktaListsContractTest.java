package org.oktasync.okta;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.oktasync.config.Secret;
import org.oktasync.fakes.RecordedLog;
import org.oktasync.source.SourceLists;
import org.oktasync.source.SourceListsContract;

public class OktaListsContractTest extends SourceListsContract {
  private final PoorOrg org = new PoorOrg();
  private final FakeTime time = new FakeTime();
  private final OktaIdentitySource source =
      new OktaIdentitySource(
          new OktaAccess(org.url(), new Secret(PoorOrg.TOKEN), 50, 1),
          PersonAttributes.of(Set.of()),
          new OktaRateLimiters(time),
          time,
          time,
          () -> 0.5,
          RecordedLog.unread(),
          OrgFixture.CALM);

  @After
  public void stop() {
    source.close();
    org.close();
  }

  @Override
  protected SourceLists lists() {
    return source.lists();
  }

  @Override
  protected void list(String path, String... ids) {
    org.lists.put(
        path,
        Arrays.stream(ids)
            .map(id -> id.isEmpty() ? "{\"x\":1}" : "{\"id\":\"" + id + "\"}")
            .toList());
  }

  @Override
  protected void breakOff(String path) {
    org.pageCap = 2;
    org.fail(
        path + "?limit=200&after=2",
        Collections.nCopies(4, Reply.status(503)).toArray(Reply[]::new));
  }

  @Override
  protected void withoutFeature(String path) {
    org.fail(
        path,
        new Reply(
            401,
            List.of("Content-Type: application/json"),
            "{\"errorCode\":\"E0000015\"}",
            Reply.How.WHOLE));
  }
}
