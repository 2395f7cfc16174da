package org.oktasync.plan.assets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.oktasync.model.assets.ObjectAttribute;

/**
 * The one spelling that a value has for an attribute, so that what is written compares equal to
 * what is read back.
 */
final class TypedValue {
  /** The longest text of one line that Assets keeps. */
  private static final int LONGEST = 255;

  private TypedValue() {}

  /** The value as the attribute takes it; empty when it does not take it. */
  static Optional<String> of(ObjectAttribute attribute, String text) {
    try {
      return switch (attribute.type()) {
        case TEXT, STATUS, USER, REFERENCE -> line(text);
        case TEXTAREA -> Optional.of(text);
        case INTEGER -> integer(text);
        case DOUBLE -> Optional.of(plain(new BigDecimal(text)));
        case BOOLEAN -> yesOrNo(text);
        case DATE -> Optional.of(day(text));
        case TIME -> Optional.of(LocalTime.parse(text).toString());
        case DATE_TIME -> Optional.of(moment(text));
        case URL -> line(text).filter(line -> line.matches("(?i)[a-z][a-z0-9+.-]*:\\S+"));
        case EMAIL -> line(text).filter(line -> line.matches("[^\\s@]+@[^\\s@]+"));
        case SELECT -> option(attribute, text);
        case IP_ADDRESS -> line(text).filter(line -> line.matches("[0-9a-fA-F.:]+"));
        case OTHER -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.isEmpty() || line.length() > LONGEST ? Optional.empty() : Optional.of(line);
  }

  private static Optional<String> integer(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    boolean fits = number.scale() <= 0 && number.precision() - number.scale() <= 10;
    if (!fits || number.longValue() != (int) number.longValue()) {
      return Optional.empty();
    }
    return Optional.of(String.valueOf(number.longValue()));
  }

  /** A number with very many zeros would be a very long text. */
  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (Math.abs((long) stripped.scale()) > 300) {
      throw new NumberFormatException("out of range");
    }
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  private static Optional<String> yesOrNo(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false") ? Optional.of(lower) : Optional.empty();
  }

  private static String day(String text) {
    return text.length() > 10
        ? instant(text).atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : LocalDate.parse(text).toString();
  }

  private static String moment(String text) {
    Instant moment =
        text.length() > 10
            ? instant(text)
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Instant instant(String text) {
    return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
  }

  private static Optional<String> option(ObjectAttribute attribute, String text) {
    return attribute.options().isEmpty()
        ? line(text)
        : attribute.options().stream().filter(text::equalsIgnoreCase).findFirst();
  }
}
