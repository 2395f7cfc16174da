package org.oktasync.devkit.host.sal;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** The stand-in speaks American English to everybody, as a fresh Jira does. */
public final class OneLocale implements LocaleResolver {
  static final Locale LOCALE = Locale.US;

  @Override
  public Locale getLocale(HttpServletRequest request) {
    return LOCALE;
  }

  @Override
  public Locale getLocale() {
    return LOCALE;
  }

  @Override
  public Locale getLocale(UserKey user) {
    return LOCALE;
  }

  @Override
  public Locale getApplicationLocale() {
    return LOCALE;
  }

  @Override
  public Set<Locale> getSupportedLocales() {
    return Set.of(LOCALE);
  }
}
