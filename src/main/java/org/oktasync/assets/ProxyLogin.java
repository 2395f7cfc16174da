package org.oktasync.assets;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Locale;

/** Signs in at the JVM's proxy, and nowhere else, with what the JVM's settings say. */
final class ProxyLogin extends Authenticator {
  @Override
  protected PasswordAuthentication getPasswordAuthentication() {
    if (getRequestorType() != RequestorType.PROXY) {
      return null;
    }
    String scheme = getRequestingURL() == null ? "http" : getRequestingURL().getProtocol();
    String prefix = scheme.toLowerCase(Locale.ROOT).equals("https") ? "https" : "http";
    String user = System.getProperty(prefix + ".proxyUser");
    String password = System.getProperty(prefix + ".proxyPassword", "");
    return user == null ? null : new PasswordAuthentication(user, password.toCharArray());
  }
}
