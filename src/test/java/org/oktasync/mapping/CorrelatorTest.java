package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.oktasync.model.Account;
import org.oktasync.model.AccountName;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Message;

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

  @Test
  public void oneIsRecognisedByEmailFirstThoughTheNameIsTheirsToo() {
    DesiredAccount ann = person("1", "ann", "ann@x.org");
    List<CorrelationRule> rules = List.of(CorrelationRule.EMAIL, CorrelationRule.LOGIN);
    Correlator correlator =
        new Correlator(rules, List.of(ann), List.of(account("ann", "ann@x.org")));
    assertFalse(correlator.match(ann).orElseThrow().ambiguous());
  }

  private static final CorrelationRule NUMBER = CorrelationRule.of("property:number").orElseThrow();

  private static Account numbered(String name, String number) {
    return account(name, "").with(Map.of("property:number", number));
  }

  private static DesiredAccount hired(String id, String login, String number) {
    return new DesiredAccount(
        new ExternalId(id), login, true, "ACTIVE", numbered(login, number), null);
  }

  private static Correlator byNumber(List<DesiredAccount> people, Account... accounts) {
    return new Correlator(List.of(NUMBER, CorrelationRule.LOGIN), people, List.of(accounts));
  }

  @Test
  public void anAttributeOfOnesOwnIsLookedAtInItsTurn() {
    DesiredAccount ann = hired("1", "ann", " 7 ");
    Correlator.Match match =
        byNumber(List.of(ann), numbered("a.old", "7"), numbered("ann", "8"))
            .match(ann)
            .orElseThrow();
    assertEquals("a.old", match.account().name().value());
    assertEquals("property:number", match.rule().label());
    assertFalse(match.ambiguous());
  }

  @Test
  public void anAttributeThatIsEmptyMatchesNothing() {
    DesiredAccount ann = hired("1", "ann", "");
    assertTrue(byNumber(List.of(ann), numbered("b", ""), account("c", "")).match(ann).isEmpty());
  }

  @Test
  public void anAttributeThatTwoShareOnEitherSideIsAmbiguous() {
    DesiredAccount ann = hired("1", "ann", "7");
    DesiredAccount eve = hired("2", "eve", "7");
    assertTrue(byNumber(List.of(ann, eve), numbered("b", "7")).match(eve).get().ambiguous());
    assertTrue(
        byNumber(List.of(ann), numbered("b", "7"), numbered("c", "7"))
            .match(ann)
            .get()
            .ambiguous());
  }

  @Test
  public void anAccountThatIsSomebodyElsesByLoginIsAmbiguousByAttribute() {
    DesiredAccount ann = hired("1", "ann", "7");
    DesiredAccount eve = hired("2", "eve", "8");
    assertTrue(byNumber(List.of(ann, eve), numbered("eve", "7")).match(ann).get().ambiguous());
  }

  @Test
  public void rulesAreKnownByTheirNames() {
    assertEquals(CorrelationRule.EMAIL, CorrelationRule.of("email").orElseThrow());
    assertEquals("number", NUMBER.property());
    assertTrue(CorrelationRule.of("property:").isEmpty());
    assertTrue(CorrelationRule.of("phone").isEmpty());
  }

  @Test
  public void aDoubtNamesWhoElseCouldBeMeant() {
    DesiredAccount ann = hired("1", "ann", "7");
    DesiredAccount eve = hired("2", "eve", "7");
    DesiredAccount zoe = hired("3", "zoe", "8");
    Correlator correlator =
        byNumber(List.of(ann, eve, zoe), numbered("b", "7"), numbered("ann", "8"));
    assertEquals(
        Message.of("several-people", "ann, eve"), correlator.match(eve).get().doubt().get());
    assertEquals(
        Message.of("name-of-other-person", "ann", "ann"),
        correlator.match(zoe).get().doubt().get());
    Correlator twins = byNumber(List.of(zoe), numbered("y", "8"), numbered("x", "8"));
    assertEquals(Message.of("several-accounts", "x, y"), twins.match(zoe).get().doubt().get());
  }

  @Test
  public void aLongDoubtNamesTheFirstOnes() {
    Account[] accounts = new Account[30];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = numbered("a" + (10 + i), "7");
    }
    DesiredAccount ann = hired("1", "ann", "7");
    String named =
        byNumber(List.of(ann), accounts).match(ann).get().doubt().get().arguments().get(0);
    assertTrue(named, named.startsWith("a10, a11, ") && named.endsWith("a19, …"));
  }
}
