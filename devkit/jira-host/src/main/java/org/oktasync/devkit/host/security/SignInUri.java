package org.oktasync.devkit.host.security;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.page.PageCapability;
import com.atlassian.sal.api.user.UserRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * The address of the sign-in page.
 *
 * @param baseUrl the site with its context path
 */
public record SignInUri(String baseUrl) implements LoginUriProvider {
  /** The page's path. */
  public static final String PATH = "/login.jsp";

  /** Parameter with the path, below the context, to return to. */
  public static final String DESTINATION = "os_destination";

  @Override
  public URI getLoginUri(URI returnUri) {
    String target = returnUri.toString();
    String below = target.startsWith(baseUrl) ? target.substring(baseUrl.length()) : target;
    return URI.create(baseUrl + PATH + query(below));
  }

  /** The query that makes the page return to a path below the context. */
  public static String query(String destination) {
    return "?permissionViolation=true&"
        + DESTINATION
        + "="
        + URLEncoder.encode(destination, StandardCharsets.UTF_8);
  }

  @Override
  public URI getLoginUri(URI returnUri, EnumSet<PageCapability> capabilities) {
    return getLoginUri(returnUri);
  }

  @Override
  public URI getLoginUriForRole(URI returnUri, UserRole role) {
    return getLoginUri(returnUri);
  }

  @Override
  public URI getLoginUriForRole(
      URI returnUri, UserRole role, EnumSet<PageCapability> capabilities) {
    return getLoginUri(returnUri);
  }
}
