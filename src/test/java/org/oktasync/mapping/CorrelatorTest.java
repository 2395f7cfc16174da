package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;

public class CorrelatorTest {
  private static Account account(String name, String email) {
    return new Account(new AccountName(name), name, email, true);
  }

  private static DesiredAccount person(String id, String login, String email) {
    return new DesiredAccount(
        new ExternalId(id), login, true, "ACTIVE", account(login, email), null);
  }

  private static Correlator correlator(List<DesiredAccount> people, Account... accounts) {
    List<CorrelationRule> rules = List.of(CorrelationRule.LOGIN, CorrelationRule.EMAIL);
    return new Correlator(rules, people, List.of(accounts));
  }

  @Test
  public void theLoginComesBeforeTheEmailAddress() {
    DesiredAccount ann = person("1", "ann", "ann@x.org");
    Correlator correlator =
        correlator(List.of(ann), account("ANN", "other@x.org"), account("a2", "ann@x.org"));
    Correlator.Match match = correlator.match(ann).orElseThrow();
    assertEquals(CorrelationRule.LOGIN, match.rule());
    assertFalse(match.ambiguous());
  }

  @Test
  public void theEmailAddressCountsInAnyCase() {
    DesiredAccount ann = person("1", "ann@x.org", "Ann@X.org");
    Correlator.Match match =
        correlator(List.of(ann), account("ann", "ann@x.ORG")).match(ann).orElseThrow();
    assertEquals(CorrelationRule.EMAIL, match.rule());
    assertFalse(match.ambiguous());
  }

  @Test
  public void anEmailAddressThatTwoAccountsShareIsAmbiguous() {
    DesiredAccount ann = person("1", "ann", "team@x.org");
    assertTrue(
        correlator(List.of(ann), account("a", "team@x.org"), account("b", "team@x.org"))
            .match(ann)
            .orElseThrow()
            .ambiguous());
  }

  @Test
  public void anEmailAddressThatTwoPeopleShareIsAmbiguous() {
    DesiredAccount ann = person("1", "ann", "team@x.org");
    DesiredAccount bob = person("2", "bob", "team@x.org");
    assertTrue(
        correlator(List.of(ann, bob), account("a", "team@x.org"))
            .match(ann)
            .orElseThrow()
            .ambiguous());
  }

  @Test
  public void aLoginThatTwoPeopleShareIsAmbiguous() {
    DesiredAccount ann = person("1", "ann", "");
    DesiredAccount other = person("2", "ANN", "");
    Correlator correlator = correlator(List.of(ann, other), account("ann", ""));
    assertTrue(correlator.match(ann).orElseThrow().ambiguous());
    assertTrue(correlator.match(other).orElseThrow().ambiguous());
  }

  @Test
  public void anAccountThatIsSomebodyElsesByLoginIsAmbiguousByEmail() {
    DesiredAccount ann = person("1", "ann", "");
    DesiredAccount eve = person("2", "eve", "ann@x.org");
    assertTrue(
        correlator(List.of(ann, eve), account("ann", "ann@x.org"))
            .match(eve)
            .orElseThrow()
            .ambiguous());
  }

  @Test
  public void noEmailAddressMatchesNothing() {
    DesiredAccount ann = person("1", "ann", "");
    assertTrue(correlator(List.of(ann), account("b", "")).match(ann).isEmpty());
  }
}
