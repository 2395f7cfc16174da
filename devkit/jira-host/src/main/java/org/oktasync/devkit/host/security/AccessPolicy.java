package org.oktasync.devkit.host.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;

/** Who may use a servlet or a REST method: licensed users, unless an annotation says otherwise. */
public enum AccessPolicy {
  /** Everybody. */
  UNRESTRICTED,
  /** Whoever is signed in and may use Jira; anonymous access is off in the stand-in. */
  LICENSED,
  /** Administrators of Jira. */
  ADMIN,
  /** System administrators. */
  SYSTEM_ADMIN;

  /** What becomes of a request. */
  public enum Verdict {
    /** It goes on. */
    ALLOWED,
    /** The caller must sign in. */
    SIGN_IN,
    /** The signed-in caller may not. */
    FORBIDDEN
  }

  /**
   * The policy of the first element that has an access annotation.
   *
   * @param innermostFirst method, class, package; null elements are skipped
   */
  public static AccessPolicy of(AnnotatedElement... innermostFirst) {
    for (AnnotatedElement element : innermostFirst) {
      Annotation[] found = element == null ? new Annotation[0] : element.getAnnotations();
      for (Annotation annotation : found) {
        AccessPolicy policy = of(annotation.annotationType());
        if (policy != null) {
          return policy;
        }
      }
    }
    return LICENSED;
  }

  private static AccessPolicy of(Class<? extends Annotation> type) {
    boolean known =
        type.getPackageName().equals("com.atlassian.annotations.security")
            || type.getPackageName().equals("com.atlassian.plugins.rest.api.security.annotation");
    return !known
        ? null
        : switch (type.getSimpleName()) {
          case "UnrestrictedAccess" -> UNRESTRICTED;
          case "AdminOnly" -> ADMIN;
          case "SystemAdminOnly" -> SYSTEM_ADMIN;
          case "LicensedOnly", "AnonymousSiteAccess", "UnlicensedSiteAccess" -> LICENSED;
          default -> null;
        };
  }

  /** The verdict on a caller; a null name is anonymous. */
  public Verdict judge(Accounts accounts, String name) {
    if (this == UNRESTRICTED) {
      return Verdict.ALLOWED;
    }
    if (name == null) {
      return Verdict.SIGN_IN;
    }
    boolean allowed =
        switch (this) {
          case ADMIN -> accounts.isAdmin(name);
          case SYSTEM_ADMIN -> accounts.isSystemAdmin(name);
          default -> accounts.isLicensed(name);
        };
    return allowed ? Verdict.ALLOWED : Verdict.FORBIDDEN;
  }
}
