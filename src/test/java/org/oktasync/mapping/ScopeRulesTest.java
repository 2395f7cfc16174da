package org.oktasync.mapping;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NamePatterns;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

/** Whom a connection is about. */
public class ScopeRulesTest {
  private static final SourceUser ADA = user("ACTIVE", "ada@x.org", "ada.l@y.org");

  private static SourceUser user(String status, String login, String email) {
    Map<String, SourceValue> values = new HashMap<>();
    values.put("profile.login", new SourceValue.Text(login));
    values.put("profile.email", new SourceValue.Text(email));
    return new SourceUser(new ExternalId("00u1"), status, new SourceRecord(values));
  }

  private static Reach reach(Set<String> statuses, String... excluded) {
    return new ScopeRules(statuses, new NamePatterns(List.of(excluded))).reach(ADA, "ada");
  }

  @Test
  public void everybodyIsMeant_unlessStatusesAreNamed() {
    assertEquals(Reach.IN_SCOPE, reach(Set.of()));
    assertEquals(Reach.IN_SCOPE, reach(Set.of("ACTIVE", "STAGED")));
    assertEquals(Reach.OUT_OF_SCOPE, reach(Set.of("STAGED")));
  }

  @Test
  public void whoIsExcludedIsSoByAnyOfTheirNames_whateverTheirStatus() {
    for (String excluded : List.of("ada", "00U1", "ADA@x.org", "*@y.org")) {
      assertEquals(excluded, Reach.EXCLUDED, reach(Set.of("STAGED"), "nobody", excluded));
    }
    assertEquals(Reach.IN_SCOPE, reach(Set.of(), "ad", "", " "));
  }

  private static DesiredAccount desired(ScopeRules scope, SourceUser user, String target) {
    return new AccountMapping(
            List.of(new AttributeMapping("username", target, List.of(), WhenEmpty.LEAVE_OUT)),
            Set.of("SUSPENDED"),
            scope)
        .account(user);
  }

  @Test
  public void reachAndStatusGoWithThePerson_evenWithoutAnAccount() {
    ScopeRules active = new ScopeRules(Set.of("ACTIVE"), new NamePatterns(List.of()));
    DesiredAccount out = desired(active, user("SUSPENDED", "ada", ""), "profile.login");
    assertEquals(Reach.OUT_OF_SCOPE, out.reach());
    assertEquals("SUSPENDED", out.status());
    assertEquals(false, out.active());
    assertEquals(false, out.account().active());
    DesiredAccount broken = desired(active, user("STAGED", "a<b", "a@x.org"), "profile.login");
    assertNull(broken.account());
    assertEquals(Reach.OUT_OF_SCOPE, broken.reach());
    assertEquals("STAGED", broken.status());
    assertEquals(true, broken.active());
    assertEquals("a<b", broken.label());
  }

  @Test
  public void whoHasNoUserNameIsCalledByTheirAddress_elseByTheirId() {
    DesiredAccount addressed =
        desired(ScopeRules.EVERYBODY, user("ACTIVE", "", " a@x.org "), "profile.none");
    assertEquals("a@x.org", addressed.label());
    assertEquals("login-missing", addressed.problem().code());
    assertEquals(
        "00u1", desired(ScopeRules.EVERYBODY, user("ACTIVE", "", ""), "profile.none").label());
  }

  @Test
  public void whoIsExcludedStaysSo_whateverAGroupSays() {
    DesiredAccount ada = desired(ScopeRules.EVERYBODY, ADA, "profile.login");
    assertEquals(Reach.OUT_OF_SCOPE, ada.outOfScope().reach());
    DesiredAccount excluded = ada.reaching(Reach.EXCLUDED);
    assertSame(excluded, excluded.outOfScope());
  }
}
