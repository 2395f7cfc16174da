package org.oktasync.devkit.host.sal;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.UserPropertyManager;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * The language of each person: the one of their preferences, where Jira keeps it, else American
 * English, as a fresh Jira speaks.
 */
public final class UserLocales implements LocaleResolver {
  /** The property of a user that Jira keeps the language in. */
  public static final String PREFERENCE = "jira.user.locale";

  static final Locale DEFAULT = Locale.US;

  private static final Set<Locale> SUPPORTED = Set.of(DEFAULT, Locale.GERMANY);

  private final JiraAuthenticationContext caller;
  private final UserPropertyManager properties;

  /** Reads preferences anew at each question. */
  public UserLocales(JiraAuthenticationContext caller, UserPropertyManager properties) {
    this.caller = caller;
    this.properties = properties;
  }

  /** Whether Jira has a language of this name, such as {@code de_DE}. */
  public static boolean isSupported(String name) {
    return SUPPORTED.stream().anyMatch(locale -> locale.toString().equals(name));
  }

  @Override
  public Locale getLocale(HttpServletRequest request) {
    return getLocale();
  }

  @Override
  public Locale getLocale() {
    ApplicationUser user = caller.getLoggedInUser();
    return user == null ? DEFAULT : ofKey(user.getKey());
  }

  @Override
  public Locale getLocale(UserKey user) {
    return user == null ? DEFAULT : ofKey(user.getStringValue());
  }

  private Locale ofKey(String userKey) {
    String chosen = properties.getPropertySetForUserKey(userKey).getString(PREFERENCE);
    return SUPPORTED.stream()
        .filter(locale -> locale.toString().equals(chosen))
        .findFirst()
        .orElse(DEFAULT);
  }

  @Override
  public Locale getApplicationLocale() {
    return DEFAULT;
  }

  @Override
  public Set<Locale> getSupportedLocales() {
    return SUPPORTED;
  }
}
