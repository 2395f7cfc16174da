package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.oktasync.model.Message;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Tells what went wrong, in stable codes whose texts name cause and remedy. What Assets itself says
 * about a value is quoted; nothing of the request is.
 */
final class AssetsFailures {
  static final String ABSENT = "assets-absent";
  static final String TOKEN = "assets-token-refused";
  static final String FORBIDDEN = "assets-forbidden";
  static final String NOT_FOUND = "assets-not-found";
  static final String REFUSED = "assets-refused";
  static final String TAKEN = "assets-value-taken";
  static final String BUSY = "assets-busy";
  static final String SILENT = "assets-unreachable";

  private static final int LONGEST_QUOTE = 300;

  private final String host;

  /**
   * @param host the site's host and port, for messages
   */
  AssetsFailures(String host) {
    this.host = host;
  }

  /** No answer came, or it broke off. */
  TargetException failed(IOException e) {
    String code = codeOf(e);
    return new TargetException(Kind.RETRY, Message.of(code, host), e);
  }

  private static String codeOf(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "assets-unknown-host";
      } else if (cause instanceof SSLException) {
        return "assets-tls";
      } else if (cause instanceof HttpTimeoutException) {
        return "assets-timeout";
      } else if (cause instanceof BodyTooLargeException) {
        return "assets-too-large";
      }
    }
    return e instanceof ConnectException ? "assets-connection-refused" : "assets-connection-broken";
  }

  /** Nothing has come for so long that every further change would fail, too. */
  TargetException silent(Throwable last) {
    return new TargetException(Kind.FATAL, Message.of(SILENT, host), last);
  }

  /** There is no Assets. */
  TargetException absent() {
    return new TargetException(Kind.FATAL, Message.of(ABSENT, host), null);
  }

  /** A body that should be JSON and is not, or not what it should be. */
  TargetException broken(IOException e) {
    return new TargetException(Kind.RETRY, Message.of("assets-broken-body", host), e);
  }

  /** An answer that is no success. */
  TargetException refused(AssetsAnswer answer) {
    int status = answer.status();
    if (answer.isRedirect()) {
      return problem(Kind.FATAL, "assets-redirect", answer.header("Location").split("\\?", 2)[0]);
    } else if (answer.isGood()) {
      return problem(Kind.FATAL, "assets-html");
    }
    return switch (status) {
      case 401 -> problem(Kind.FATAL, TOKEN);
      case 403 -> problem(Kind.DENIED, FORBIDDEN, said(answer));
      case 404, 405, 410 -> problem(Kind.NOT_FOUND, NOT_FOUND, said(answer));
      case 407 -> problem(Kind.FATAL, "assets-proxy-login");
      case 409 -> problem(Kind.CONFLICT, TAKEN, said(answer));
      case 429, 503 -> problem(Kind.RETRY, BUSY);
      default -> other(status, answer);
    };
  }

  private TargetException other(int status, AssetsAnswer answer) {
    if (status >= 500) {
      return problem(Kind.RETRY, "assets-server-error", status);
    } else if (status == 400 || status == 413 || status == 414 || status == 422) {
      String said = said(answer);
      boolean unique = said.toLowerCase(Locale.ROOT).contains("unique");
      return problem(unique ? Kind.CONFLICT : Kind.INVALID, unique ? TAKEN : REFUSED, said);
    }
    return problem(Kind.FATAL, "assets-unexpected-status", status);
  }

  private TargetException problem(Kind kind, String code, Object... details) {
    Object[] arguments = new Object[details.length + 1];
    arguments[0] = host;
    System.arraycopy(details, 0, arguments, 1, details.length);
    return new TargetException(kind, Message.of(code, arguments), null);
  }

  /** What Assets says itself, its parts joined; {@code ?} when it says nothing. */
  static String said(AssetsAnswer answer) {
    if (answer.isHtml()) {
      return "?";
    }
    try {
      List<String> parts = new ArrayList<>();
      collect(answer.json(), parts);
      String text = String.join("; ", parts).replaceAll("\\s+", " ").strip();
      return text.isEmpty() ? "?" : shortened(text);
    } catch (IOException e) {
      // A refusal that is no JSON says nothing that could be told; the status was told already.
      return "?";
    }
  }

  private static void collect(JsonNode body, List<String> parts) {
    body.path("errorMessages").forEach(message -> parts.add(message.asText()));
    body.path("errors")
        .properties()
        .forEach(error -> parts.add(error.getKey() + ": " + error.getValue().asText()));
    if (parts.isEmpty() && body.path("message").isTextual()) {
      parts.add(body.path("message").asText());
    }
  }

  private static String shortened(String text) {
    int length =
        text.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, text.codePointCount(0, text.length())));
    return text.substring(0, length);
  }
}
