package org.oktasync.assets;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs in at the JVM's proxy with what the JVM's settings say. The JDK's client could ask for that
 * by itself, but then it would no longer send the token for the site.
 */
final class ProxyLogin {
  private final ProxySelector proxies;

  ProxyLogin(ProxySelector proxies) {
    this.proxies = proxies;
  }

  /** What to say to the proxy of an address; empty when there is none, or it asks for nothing. */
  Optional<String> header(URI address) {
    String prefix = "https".equals(address.getScheme()) ? "https" : "http";
    String user = System.getProperty(prefix + ".proxyUser");
    if (user == null || !hasProxy(address)) {
      return Optional.empty();
    }
    String login = user + ":" + System.getProperty(prefix + ".proxyPassword", "");
    byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private boolean hasProxy(URI address) {
    return proxies != null
        && proxies.select(address).stream().anyMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
  }
}
