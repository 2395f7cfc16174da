package org.oktasync.assets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.After;
import org.junit.Test;
import org.oktasync.config.Secret;
import org.oktasync.control.StopSignal;
import org.oktasync.target.TargetException;

/** The JVM's settings say which proxy leads to Assets. */
public class ProxyTest {
  private static final List<String> SETTINGS =
      List.of("http.proxyHost", "http.proxyPort", "http.proxyUser", "http.proxyPassword");

  private final List<StubServer.Request> asked = new ArrayList<>();
  private StubReply answer = StubReply.json("{\"objectschemas\":[]}");
  private final StubServer proxy =
      new StubServer(
          request -> {
            asked.add(request);
            return answer;
          });

  @After
  public void forget() {
    SETTINGS.forEach(System::clearProperty);
    proxy.close();
  }

  private RestAssetsSite site() {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
    AssetsAccess access = new AssetsAccess("http://assets.invalid", new Secret("pat"), 600);
    return new RestAssetsSite(
        access,
        new AssetsHttp(HttpPatience.DEFAULT, ForkJoinPool.commonPool()),
        (time, stop) -> stop.check(),
        new StopSignal());
  }

  @Test
  public void callsGoThroughIt_withTheTokenForTheSite() {
    assertEquals(List.of(), site().schemas());
    Map<String, String> headers = asked.get(0).headers();
    assertEquals("http://assets.invalid/rest/assets/1.0/objectschema/list", asked.get(0).target());
    assertEquals("Bearer pat", headers.get("authorization"));
    assertFalse(headers.containsKey("proxy-authorization"));
  }

  @Test
  public void whereItAsksForASignIn_thatOfTheSettingsIsGiven() {
    System.setProperty("http.proxyUser", "jira");
    System.setProperty("http.proxyPassword", "door");
    site().schemas();
    assertEquals("Basic amlyYTpkb29y", asked.get(0).headers().get("proxy-authorization"));
    assertEquals("Bearer pat", asked.get(0).headers().get("authorization"));
  }

  @Test
  public void itsRefusal_isNotTakenForThatOfTheSite() {
    answer = StubReply.of(407);
    TargetException thrown = assertThrows(TargetException.class, () -> site().schemas());
    assertEquals("assets-proxy-login", thrown.problem().code());
  }
}
