package org.oktasync.config;

/**
 * How the product signs in at Okta. The secret itself is kept apart, sealed.
 *
 * @param method {@code api-token}; further methods follow
 */
public record AuthSettings(String method) {
  /** An API token, sent as {@code SSWS}. */
  public static final String API_TOKEN = "api-token";

  public AuthSettings {
    method = method == null ? API_TOKEN : method;
  }
}
