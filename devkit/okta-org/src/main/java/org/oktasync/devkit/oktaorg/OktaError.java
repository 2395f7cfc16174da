package org.oktasync.devkit.oktaorg;

import java.util.List;

/** A refusal as Okta words it: HTTP status, error code, summary and causes. */
public final class OktaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> causes;

  OktaError(int status, String code, String summary, String... causes) {
    super(summary);
    this.status = status;
    this.code = code;
    this.causes = List.of(causes);
  }

  static OktaError notFound(String kind, String id) {
    return new OktaError(
        404, "E0000007", "Not found: Resource not found: " + id + " (" + kind + ")");
  }

  static OktaError invalid(String field, String cause) {
    return new OktaError(400, "E0000001", "Api validation failed: " + field, field + ": " + cause);
  }

  static OktaError badSearch(String cause) {
    return new OktaError(400, "E0000031", "Invalid search criteria.", cause);
  }

  static OktaError badLogQuery(String summary) {
    return new OktaError(400, "E0000053", summary);
  }

  static OktaError tokenRefused() {
    return new OktaError(401, "E0000011", "Invalid token provided");
  }

  static OktaError forbidden(String cause) {
    return new OktaError(
        403, "E0000006", "You do not have permission to perform the requested action", cause);
  }

  /** What an organisation without a feature answers to its calls. */
  static OktaError featureMissing() {
    return new OktaError(
        401, "E0000015", "You do not have permission to access the feature you are requesting");
  }

  static OktaError tooManyRequests() {
    return new OktaError(429, "E0000047", "API call exceeded rate limit due to too many requests.");
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Okta's error code, for example {@code E0000007}. */
  public String code() {
    return code;
  }

  List<String> causes() {
    return causes;
  }
}
