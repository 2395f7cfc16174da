package org.oktasync.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How dates are read and written. */
public final class DateForm {
  /** What Okta writes: a date, or a date with a time and perhaps an offset, as ISO 8601 has it. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final DateTimeFormatter from;
  private final DateTimeFormatter to;
  private final ZoneId zone;

  private DateForm(DateTimeFormatter from, DateTimeFormatter to, ZoneId zone) {
    this.from = from;
    this.to = to;
    this.zone = zone;
  }

  /**
   * @param from the pattern that values have; empty for ISO 8601
   * @param to the pattern that they are to have, for example {@code dd.MM.yyyy}
   * @param zone the time zone in which days are counted; empty for UTC
   * @throws InvalidMappingException when a pattern or the zone cannot be used
   */
  public static DateForm of(String from, String to, String zone) {
    if (to.isBlank()) {
      throw new InvalidMappingException("value-missing", "");
    }
    return new DateForm(from.isBlank() ? ISO : pattern(from), pattern(to), zone(zone));
  }

  private static DateTimeFormatter pattern(String text) {
    try {
      return DateTimeFormatter.ofPattern(text, Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new InvalidMappingException("date-pattern-illegal", text);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.isBlank() ? "UTC" : text.strip());
    } catch (DateTimeException e) {
      throw new InvalidMappingException("schedule-zone-unknown", text);
    }
  }

  /** The date in its other form. */
  Transformed rewrite(String value) {
    try {
      TemporalAccessor read =
          from.parseBest(value, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      return Transformed.to(to.format(inZone(read)));
    } catch (DateTimeException e) {
      return Transformed.failed("value-no-date", value);
    }
  }

  private ZonedDateTime inZone(TemporalAccessor read) {
    if (read instanceof ZonedDateTime dated) {
      return dated.withZoneSameInstant(zone);
    }
    return read instanceof LocalDateTime local
        ? local.atZone(zone)
        : ((LocalDate) read).atStartOfDay(zone);
  }
}
