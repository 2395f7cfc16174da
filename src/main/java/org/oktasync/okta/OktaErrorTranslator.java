package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.impl.TunnelRefusedException;
import org.oktasync.model.Message;
import org.oktasync.source.SourceException;
import org.oktasync.source.SourceException.Kind;

/**
 * Tells what went wrong, in stable codes whose texts name cause and remedy. Nothing of what was
 * sent and nothing of an answer's body gets into a message.
 */
final class OktaErrorTranslator {
  static final String UNKNOWN_HOST = "okta-unknown-host";
  static final String UNREACHABLE = "okta-unreachable";
  static final String TLS = "okta-tls";
  static final String PROXY = "okta-proxy-refused";
  static final String HTML = "okta-html";
  static final String NOT_JSON = "okta-not-json";
  static final String REDIRECT = "okta-redirect";
  static final String TOKEN = "okta-token-invalid";
  static final String FORBIDDEN = "okta-forbidden";
  static final String NOT_OKTA = "okta-not-found";
  static final String OBJECT_MISSING = "okta-object-missing";
  static final String RATE_LIMIT = "okta-rate-limit";
  static final String SERVER_ERROR = "okta-server-error";
  static final String REFUSED = "okta-request-refused";
  static final String TIMEOUT = "okta-timeout";
  static final String BROKEN_BODY = "okta-broken-body";
  static final String MALFORMED_JSON = "okta-malformed-json";
  static final String UNEXPECTED_JSON = "okta-unexpected-json";
  static final String FOREIGN_LINK = "okta-foreign-link";
  static final String FEATURE = "okta-feature-missing";
  static final String NOT_A_LIST = "okta-not-a-list";

  private static final Set<Integer> TOO_LARGE = Set.of(400, 500, 504);

  /** Lists that every organisation has: where one is missing, something else answers. */
  private static final Set<String> ALWAYS_THERE =
      Set.of("/api/v1/users", "/api/v1/groups", "/api/v1/apps");

  private final String host;

  /**
   * @param host the organisation's host, for the messages
   */
  OktaErrorTranslator(String host) {
    this.host = host;
  }

  /**
   * What an answer means that is not the JSON that was asked for.
   *
   * @param code Okta's own code in the body; empty when there is none
   */
  SourceException refused(URI uri, OktaAnswer answer, String code, Instant now) {
    int status = answer.status();
    return switch (status / 100) {
      case 2 -> problem(Kind.FATAL, answer.isHtml() ? HTML : NOT_JSON, answer.mediaType());
      case 3 -> problem(Kind.FATAL, REDIRECT, targetOf(answer));
      case 4 ->
          isMissingFeature(uri, answer, code)
              ? problem(Kind.FEATURE_MISSING, FEATURE, uri.getPath())
              : refusedByClientError(uri, answer, now);
      case 5 -> problem(Kind.RETRY, SERVER_ERROR, status);
      default -> problem(Kind.FATAL, NOT_JSON, "HTTP " + status);
    };
  }

  private static boolean isMissingFeature(URI uri, OktaAnswer answer, String code) {
    return code.equals(OktaErrorCode.FEATURE_MISSING)
        || (saysJson(answer) && OptionalFeatures.missing(uri.getPath(), answer.status()));
  }

  private static boolean saysJson(OktaAnswer answer) {
    return !answer.mediaType().isEmpty() && answer.mayBeJson();
  }

  private SourceException refusedByClientError(URI uri, OktaAnswer answer, Instant now) {
    int status = answer.status();
    return switch (status) {
      case 401 -> problem(Kind.DENIED, TOKEN);
      case 403 ->
          answer.isHtml()
              ? problem(Kind.FATAL, HTML, answer.mediaType())
              : problem(Kind.DENIED, FORBIDDEN, uri.getPath());
      case 404, 410 -> missing(uri, answer);
      case 407 -> problem(Kind.FATAL, PROXY, "HTTP 407");
      case 408 -> problem(Kind.RETRY, TIMEOUT);
      case 429 ->
          new SourceException(
              Kind.RETRY_AFTER,
              Message.of(RATE_LIMIT, host),
              RateNotice.retryAfter(answer, now).orElse(null),
              null);
      default -> problem(Kind.FATAL, REFUSED, status, uri.getPath());
    };
  }

  /** Only JSON speaks for Okta: a page that says 404 may come from anything on the way. */
  private SourceException missing(URI uri, OktaAnswer answer) {
    return saysJson(answer) && !ALWAYS_THERE.contains(uri.getPath())
        ? problem(Kind.NOT_FOUND, OBJECT_MISSING, uri.getPath())
        : problem(Kind.FATAL, NOT_OKTA, uri.getPath());
  }

  /**
   * What an exception means.
   *
   * @param answering whether the headers of an answer had come already
   */
  SourceException failed(IOException cause, boolean answering) {
    if (cause.getCause() instanceof TunnelRefusedException) {
      return problem(Kind.FATAL, PROXY, cause, cause.getMessage());
    } else if (cause instanceof UnknownHostException) {
      return problem(Kind.RETRY, UNKNOWN_HOST, cause);
    } else if (cause instanceof SSLException && !answering) {
      return problem(Kind.FATAL, TLS, cause, cause.getMessage());
    } else if (isUnreachable(cause)) {
      return problem(Kind.RETRY, UNREACHABLE, cause, reached(cause));
    } else if (cause instanceof SocketTimeoutException) {
      return problem(Kind.RETRY, TIMEOUT, cause);
    } else if (cause instanceof NotAListException) {
      return problem(Kind.FATAL, NOT_A_LIST, cause);
    } else if (cause instanceof UnexpectedJsonException) {
      return problem(Kind.FATAL, UNEXPECTED_JSON, cause, cause.getMessage());
    } else if (cause instanceof JsonEOFException) {
      return problem(Kind.RETRY, BROKEN_BODY);
    } else if (cause instanceof JsonProcessingException malformed) {
      return problem(Kind.RETRY, MALFORMED_JSON, positionOf(malformed));
    }
    return problem(Kind.RETRY, BROKEN_BODY, cause);
  }

  /** A link that leads away from the organisation. */
  SourceException foreignLink(String target) {
    return problem(Kind.FATAL, FOREIGN_LINK, target);
  }

  /** Whether a smaller page may come where this one did not. */
  static boolean mayBeTooLarge(SourceException e) {
    String code = e.problem().code();
    return code.equals(TIMEOUT)
        || ((code.equals(SERVER_ERROR) || code.equals(REFUSED))
            && TOO_LARGE.contains(Integer.valueOf(e.problem().arguments().get(1))));
  }

  private static boolean isUnreachable(IOException cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof PortUnreachableException;
  }

  /** The address that did not answer: the organisation's, or a proxy's. */
  private String reached(IOException cause) {
    if (cause instanceof HttpHostConnectException refused && refused.getHost() != null) {
      return refused.getHost().getHostName() + ":" + refused.getHost().getPort();
    }
    if (cause instanceof ConnectTimeoutException silent && silent.getHost() != null) {
      return silent.getHost().getHostName() + ":" + silent.getHost().getPort();
    }
    return host;
  }

  /** Jackson's own message quotes the body. */
  private static String positionOf(JsonProcessingException e) {
    return e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getByteOffset());
  }

  private static String targetOf(OktaAnswer answer) {
    try {
      String target = URI.create(answer.value("Location").orElse("")).getHost();
      return target == null ? "?" : target;
    } catch (IllegalArgumentException e) {
      // The address that cannot be read is of no use to a person either.
      return "?";
    }
  }

  private SourceException problem(Kind kind, String code, Object... details) {
    return problem(kind, code, (Throwable) null, details);
  }

  private SourceException problem(Kind kind, String code, Throwable cause, Object... details) {
    Object[] arguments = new Object[details.length + 1];
    arguments[0] = host;
    System.arraycopy(details, 0, arguments, 1, details.length);
    return new SourceException(kind, Message.of(code, arguments), cause);
  }
}
