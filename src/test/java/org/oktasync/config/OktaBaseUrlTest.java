package org.oktasync.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import org.junit.Test;
import org.oktasync.model.Message;

public class OktaBaseUrlTest {
  @Test
  public void anySpellingOfADomainBecomesItsAddress() {
    for (String typed :
        List.of(
            "acme.okta.com",
            " https://acme.okta.com ",
            "https://acme.okta.com/",
            "HTTPS://ACME.Okta.COM",
            "//acme.okta.com",
            "acme.okta.com:443",
            "https://acme.okta.com.",
            "https:acme.okta.com")) {
      assertAccepted(typed, "https://acme.okta.com");
    }
    assertAccepted("acme.oktapreview.com", "https://acme.oktapreview.com");
    assertAccepted("https://acme.okta-emea.com", "https://acme.okta-emea.com");
    assertAccepted("login.acme.example:8443", "https://login.acme.example:8443");
    assertAccepted("https://bücher.example", "https://xn--bcher-kva.example");
  }

  @Test
  public void adminHostIsCorrectedWithANotice() {
    assertAccepted("acme-admin.okta.com", "https://acme.okta.com", "url-admin-host");
    assertAccepted("acme-admin.oktapreview.com", "https://acme.oktapreview.com", "url-admin-host");
    assertAccepted("ACME-ADMIN.OKTA-EMEA.COM", "https://acme.okta-emea.com", "url-admin-host");
    assertAccepted(
        "https://acme-admin.okta.com/admin/dashboard",
        "https://acme.okta.com",
        "url-admin-host",
        "url-path-cut");
    assertAccepted("sso-admin.acme.example", "https://sso-admin.acme.example");
  }

  @Test
  public void issuerAndPathAreCutWithANotice() {
    assertAccepted("https://acme.okta.com/oauth2/default", "https://acme.okta.com", "url-issuer");
    assertAccepted("acme.okta.com/oauth2", "https://acme.okta.com", "url-issuer");
    assertAccepted("acme.okta.com/app/UserHome", "https://acme.okta.com", "url-path-cut");
  }

  @Test
  public void thisMachineAloneMayDoWithoutTls() {
    assertAccepted("http://localhost:2991", "http://localhost:2991");
    assertAccepted("localhost:2991", "http://localhost:2991");
    assertAccepted("http://127.0.0.1:2991/", "http://127.0.0.1:2991");
    assertAccepted("http://127.9.9.9", "http://127.9.9.9");
    assertAccepted("http://[::1]:2991", "http://[::1]:2991");
    assertAccepted("https://localhost:8443", "https://localhost:8443");
    for (String typed :
        List.of(
            "http://acme.okta.com",
            "http://10.0.0.5",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example",
            "http://[::2]")) {
      assertRefused(typed, "url-http");
    }
  }

  @Test
  public void whatIsNoAddressIsRefusedWithItsReason() {
    assertRefused(null, "url-empty");
    assertRefused("  ", "url-empty");
    assertRefused("https://{yourOktaDomain}", "url-placeholder");
    assertRefused("https://${yourOktaDomain}/oauth2/default", "url-placeholder");
    assertRefused("<your org>.okta.com", "url-placeholder");
    assertRefused("yourOktaDomain.okta.com", "url-placeholder");
    assertRefused("admin@acme.okta.com", "url-userinfo");
    assertRefused("https://token:x@acme.okta.com", "url-userinfo");
    assertRefused("https://acme.okta.com?x=1", "url-query");
    assertRefused("https://acme.okta.com/#top", "url-query");
    assertRefused("ftp://acme.okta.com", "url-scheme");
    assertRefused("acme", "url-incomplete");
    assertRefused("https://2130706433", "url-incomplete");
    assertRefused("http://127.1", "url-incomplete");
    assertRefused("acme okta.com", "url-invalid");
    assertRefused("https://", "url-invalid");
    assertRefused("acme..okta.com", "url-invalid");
    assertRefused("-acme.okta.com", "url-invalid");
    assertRefused("acme.okta.com:0", "url-invalid");
    assertRefused("acme.okta.com:70000", "url-invalid");
    assertRefused("acme_x.okta.com", "url-invalid");
    assertRefused("acme.okta.com\\@evil.example", "url-invalid");
  }

  private static void assertAccepted(String typed, String url, String... notices) {
    OktaBaseUrl parsed = OktaBaseUrl.parse(typed);
    assertFalse(typed + " " + parsed.problem(), parsed.problem().isPresent());
    assertEquals(typed, url, parsed.url());
    assertEquals(typed, List.of(notices), parsed.notices().stream().map(Message::code).toList());
  }

  private static void assertRefused(String typed, String code) {
    OktaBaseUrl parsed = OktaBaseUrl.parse(typed);
    assertEquals(typed, code, parsed.problem().map(Message::code).orElse("accepted " + parsed));
    assertEquals("", parsed.url());
  }
}
