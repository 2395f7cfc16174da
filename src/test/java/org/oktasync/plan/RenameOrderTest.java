package org.oktasync.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.mapping.DesiredAccount;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

public class RenameOrderTest {
  private static RenameOrder.Rename rename(String id, String from, String to, String waitsFor) {
    ExternalId key = new ExternalId(id);
    Account now = new Account(new AccountName(from), "", "", true);
    Account wanted = new Account(new AccountName(to), "", "", true);
    Link link = Link.ofAccount(1, key, 2, now.name(), "k", Link.Origin.CREATED);
    Person person =
        new Person(
            key,
            new DesiredAccount(key, to, true, "ACTIVE", wanted, null),
            link,
            now,
            Person.Standing.PRESENT);
    return new RenameOrder.Rename(
        person, wanted.name(), waitsFor == null ? null : new ExternalId(waitsFor));
  }

  private static List<String> steps(RenameOrder.Rename... renames) {
    return new RenameOrder(List.of(renames))
        .changes().stream()
            .map(change -> (AccountChange.RenameAccount) change)
            .map(change -> change.from() + ">" + change.to())
            .toList();
  }

  @Test
  public void inAChainTheEndGoesFirst() {
    assertEquals(
        List.of("c>d", "b>c", "a>b"),
        steps(rename("1", "a", "b", "2"), rename("2", "b", "c", "3"), rename("3", "c", "d", null)));
  }

  @Test
  public void inASwapOneAccountIsParked() {
    assertEquals(
        List.of("a>okta-sync-parked-1", "b>a", "okta-sync-parked-1>b"),
        steps(rename("1", "a", "b", "2"), rename("2", "b", "a", "1")));
  }

  @Test
  public void whatWaitsForANameThatIsNotFreedIsImpossible() {
    RenameOrder order =
        new RenameOrder(List.of(rename("1", "a", "b", "2"), rename("2", "b", "c", "9")));
    assertFalse(order.possible(new ExternalId("1")));
    assertFalse(order.possible(new ExternalId("2")));
    assertTrue(order.changes().isEmpty());
  }
}
