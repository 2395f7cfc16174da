package org.oktasync.okta;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.oktasync.control.Progress;
import org.oktasync.source.SourceException;

public class JvmProxyTest extends OrgFixture {
  private static final List<String> PROPERTIES =
      List.of(
          "http.proxyHost",
          "http.proxyPort",
          "http.proxyUser",
          "http.proxyPassword",
          "https.proxyHost",
          "https.proxyPort",
          "http.nonProxyHosts");

  private final Map<String, String> before = new HashMap<>();
  private final RawServer proxy = opened(new RawServer(this::throughProxy));

  @Before
  public void useProxy() {
    PROPERTIES.forEach(name -> before.put(name, System.getProperty(name)));
    for (String scheme : List.of("http", "https")) {
      System.setProperty(scheme + ".proxyHost", "127.0.0.1");
      System.setProperty(scheme + ".proxyPort", String.valueOf(proxy.port()));
    }
    System.setProperty("http.nonProxyHosts", "");
  }

  @After
  public void restore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  public void theJvmsProxyIsUsedWithItsPassword() {
    System.setProperty("http.proxyUser", "jira");
    System.setProperty("http.proxyPassword", "pass");
    assertEquals(1, read(source("http://okta.example", CALM)).userCount());
    assertTrue(proxy.requests().get(0).target().startsWith("http://okta.example/"));
  }

  @Test
  public void aProxyThatRefusesIsNamed() {
    assertEquals(OktaErrorTranslator.PROXY, failure("http://okta.example"));
    assertEquals(OktaErrorTranslator.PROXY, failure("https://okta.example"));
  }

  @Test
  public void hostsWithoutProxyAreReachedDirectly() {
    System.setProperty("http.nonProxyHosts", "*.example|127.*");
    org.people(0, 2);
    assertEquals(2, read().userCount());
    assertEquals(List.of(), proxy.requests());
  }

  private Reply throughProxy(RawServer.Request request) {
    String expected = "Basic " + Base64.getEncoder().encodeToString(RawServer.bytes("jira:pass"));
    if (!expected.equals(request.headers().get("proxy-authorization"))) {
      return Reply.status(407, "Proxy-Authenticate: Basic realm=\"office\"");
    }
    return Reply.json(request.target().contains("/users") ? "[{\"id\":\"00u1\"}]" : "[]");
  }

  private String failure(String url) {
    OktaIdentitySource source = source(url, CALM);
    return assertThrows(SourceException.class, () -> source.read(ALL, spool(), stop, Progress.NONE))
        .problem()
        .code();
  }
}
