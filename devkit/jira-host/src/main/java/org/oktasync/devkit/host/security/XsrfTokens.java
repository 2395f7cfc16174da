package org.oktasync.devkit.host.security;

import com.atlassian.sal.api.xsrf.XsrfHeaderValidator;
import com.atlassian.sal.api.xsrf.XsrfRequestValidator;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The form token of a browser, kept in a cookie, and the check of REST calls. */
public final class XsrfTokens
    implements XsrfTokenAccessor, XsrfTokenValidator, XsrfRequestValidator {
  private static final String COOKIE = "atlassian.xsrf.token";
  private static final String PARAMETER = "atl_token";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** What a plain HTML form of another site can send. */
  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private final SecureRandom random = new SecureRandom();
  private final XsrfHeaderValidator header = new XsrfHeaderValidator();

  @Override
  public String getXsrfToken(
      HttpServletRequest request, HttpServletResponse response, boolean create) {
    String token = current(request);
    if (token != null || !create) {
      return token;
    }
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    String made = HexFormat.of().formatHex(bytes);
    Cookie cookie = new Cookie(COOKIE, made);
    cookie.setPath(request.getContextPath());
    response.addCookie(cookie);
    request.setAttribute(COOKIE, made);
    return made;
  }

  private static String current(HttpServletRequest request) {
    if (request.getAttribute(COOKIE) instanceof String made) {
      return made;
    }
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  @Override
  public boolean validateFormEncodedToken(HttpServletRequest request) {
    String token = current(request);
    return header.requestHasValidXsrfHeader(request)
        || (token != null && token.equals(request.getParameter(PARAMETER)));
  }

  @Override
  public String getXsrfParameterName() {
    return PARAMETER;
  }

  @Override
  public boolean validateRequestPassesXsrfChecks(HttpServletRequest request) {
    return validateFormEncodedToken(request);
  }

  /**
   * The check of REST calls. A call that changes something must not come from a page of another
   * site, and a call that an HTML form could send (or that has no body) needs the header or the
   * token. Jira only logs such a PUT or DELETE; refusing it here shows the mistake.
   */
  public boolean allowsRest(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return true;
    }
    if (isForeign(request, "Origin") || isForeign(request, "Referer")) {
      return false;
    }
    String type = request.getContentType();
    String plain = type == null ? null : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return (plain != null && !FORM_TYPES.contains(plain)) || validateFormEncodedToken(request);
  }

  private static boolean isForeign(HttpServletRequest request, String headerName) {
    String value = request.getHeader(headerName);
    if (value == null) {
      return false;
    }
    try {
      URI origin = URI.create(value);
      URI here = URI.create(request.getRequestURL().toString());
      return !here.getScheme().equals(origin.getScheme())
          || !here.getAuthority().equals(origin.getAuthority());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
