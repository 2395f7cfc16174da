package org.oktasync.okta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * Status and headers of an answer.
 *
 * @param status the HTTP status
 * @param headers name and value as received; one name may occur more than once
 */
record OktaAnswer(int status, List<Header> headers) {
  OktaAnswer {
    headers = List.copyOf(headers);
  }

  static OktaAnswer of(ClassicHttpResponse response) {
    return new OktaAnswer(response.getCode(), List.of(response.getHeaders()));
  }

  /** Every value of a header, whatever the case of its name. */
  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.getName().equalsIgnoreCase(name) && header.getValue() != null)
        .map(Header::getValue)
        .toList();
  }

  /** The first value of a header. */
  Optional<String> value(String name) {
    return values(name).stream().map(String::strip).findFirst();
  }

  /** The first value of a header as a whole number; empty when it is none. */
  OptionalLong number(String name) {
    String digits = value(name).orElse("");
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** The media type without parameters, in lower case; empty when none was stated. */
  String mediaType() {
    return value("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the body says that it is JSON, or does not say what it is. */
  boolean mayBeJson() {
    String type = mediaType();
    return type.isEmpty()
        || type.equals("application/json")
        || type.equals("text/json")
        || type.endsWith("+json");
  }

  /** Whether the body is a page for a browser. */
  boolean isHtml() {
    return mediaType().equals("text/html") || mediaType().equals("application/xhtml+xml");
  }

  /** The server's time of this answer. */
  Optional<Instant> date() {
    try {
      return value("Date")
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      // A date that cannot be read is no date; the caller has a clock of its own.
      return Optional.empty();
    }
  }
}
