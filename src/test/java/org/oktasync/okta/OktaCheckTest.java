package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.source.SourceCheck;
import org.oktasync.source.SourceCheck.Step;

public class OktaCheckTest extends OrgFixture {
  @Before
  public void fill() {
    org.people(0, 3);
    org.group("00gE", "BUILT_IN", "Everyone", 3, List.of(PoorOrg.personId(0)));
    org.group("00gA", "OKTA_GROUP", "A", 0, List.of());
    org.group("00gB", "OKTA_GROUP", "B", 1, List.of(PoorOrg.personId(0)));
  }

  @Test
  public void anOrganisationThatDoesNotTellItsNameIsFine() {
    SourceCheck check = source().test(stop);
    assertTrue(check.toString(), check.ok());
    assertEquals(
        List.of("reach", "sign-in", "organisation", "read-users", "read-groups", "read-members"),
        check.steps().stream().map(Step::name).toList());
    assertEquals("", check.organisationId());
    assertEquals(1, org.server().count("/api/v1/groups/00gB/users"));
  }

  @Test
  public void theOrganisationIsNamed() {
    org.bend =
        (request, reply) ->
            request.target().equals("/api/v1/org")
                ? Reply.json("{\"id\":\"00o1\",\"companyName\":\"Acme\",\"x\":{}}")
                : reply;
    SourceCheck check = source().test(stop);
    assertEquals("00o1", check.organisationId());
    assertEquals("Acme", check.organisationName());
    org.bend =
        (request, reply) ->
            request.target().equals("/.well-known/okta-organization")
                ? Reply.json("{\"id\":\"00o2\"}")
                : reply;
    assertEquals("00o2", source().test(stop).organisationId());
  }

  @Test
  public void aFailureStandsAtItsStep() {
    assertStops("sign-in", OktaErrorTranslator.TOKEN, "/api/v1/users", Reply.status(401));
    assertStops("read-users", OktaErrorTranslator.FORBIDDEN, "/api/v1/users", Reply.status(403));
    assertStops("reach", OktaErrorTranslator.HTML, "/api/v1/users", Reply.html(200));
    assertStops("reach", OktaErrorTranslator.NOT_OKTA, "/api/v1/users", Reply.status(404));
    assertStops("read-users", OktaCheck.NO_USERS, "/api/v1/users", Reply.json("[]"));
    assertStops("read-groups", OktaErrorTranslator.FORBIDDEN, "/api/v1/groups?", Reply.status(403));
    assertStops(
        "read-members", OktaErrorTranslator.FORBIDDEN, "/api/v1/groups/", Reply.status(403));
  }

  @Test
  public void anEmptyOrganisationHasNoMembersToTry() {
    org.groups.clear();
    SourceCheck check = source().test(stop);
    assertTrue(check.ok());
    assertEquals("read-groups", check.steps().get(check.steps().size() - 1).name());
  }

  private void assertStops(String step, String code, String target, Reply reply) {
    org.fail(target, reply);
    SourceCheck check = source().test(stop);
    assertFalse(check.ok());
    List<Step> failed = check.steps().stream().filter(tried -> !tried.ok()).toList();
    assertEquals(check.toString(), 1, failed.size());
    assertEquals(step, failed.get(0).name());
    assertEquals(code, failed.get(0).message().code());
  }
}
