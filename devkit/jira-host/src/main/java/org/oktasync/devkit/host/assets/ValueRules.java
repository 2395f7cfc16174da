package org.oktasync.devkit.host.assets;

import com.atlassian.jira.user.ApplicationUser;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.oktasync.devkit.host.assets.Entry.Status;
import org.oktasync.devkit.host.security.Accounts;

/** What each kind of attribute takes. Messages are this stand-in's own. */
final class ValueRules {
  private static final int TEXT_LENGTH = 255;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
  private static final Pattern IP =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|(?=.*:)[0-9a-fA-F:]{2,39}(%\\w+)?");

  /** Labels, and names of schemas and types, have none of them. */
  static final Pattern RESERVED = Pattern.compile("[=;:?.\"]");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private final Accounts accounts;
  private final ObjectStore objects;
  private final boolean strict;

  ValueRules(Accounts accounts, ObjectStore objects, boolean strict) {
    this.accounts = accounts;
    this.objects = objects;
    this.strict = strict;
  }

  /** A value is not one that its attribute takes. */
  static final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    BadValue(String message) {
      super(message);
    }
  }

  /** A moment as Assets writes it. */
  static String moment(long millis) {
    return MOMENT.format(Instant.ofEpochMilli(millis));
  }

  /**
   * Reads values of one attribute.
   *
   * @throws BadValue naming what is wrong with the first that it does not take, or with their
   *     number
   */
  List<StoredValue> read(Catalog catalog, Attribute attribute, List<String> texts) throws BadValue {
    List<StoredValue> values = new ArrayList<>();
    for (String text : texts) {
      StoredValue value = read(catalog, attribute, text);
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    if (values.size() < attribute.minimum()) {
      throw new BadValue(attribute.name() + " needs at least " + attribute.minimum() + " value(s)");
    }
    if (attribute.maximum() != Attribute.UNLIMITED && values.size() > attribute.maximum()) {
      throw new BadValue(attribute.name() + " has at most " + attribute.maximum() + " value(s)");
    }
    return values;
  }

  private StoredValue read(Catalog catalog, Attribute attribute, String text) throws BadValue {
    if (text.indexOf(0) >= 0) {
      throw new BadValue("A value has no character 0");
    }
    if (!attribute.regex().isEmpty() && !text.matches(attribute.regex())) {
      throw new BadValue(attribute.name() + " does not match " + attribute.regex());
    }
    if (attribute.label() && strict && RESERVED.matcher(text).find()) {
      throw new BadValue("A label has none of the reserved characters = ; : ? . \"");
    }
    try {
      return switch (attribute.kind()) {
        case TEXT -> text(text);
        case TEXTAREA -> StoredValue.text(text);
        case INTEGER -> StoredValue.number(text, Integer.parseInt(text));
        case DOUBLE -> number(text);
        case BOOLEAN -> choice(List.of("true", "false"), StoredValue.fold(text), text);
        case DATE -> StoredValue.number(text, LocalDate.parse(text).toEpochDay());
        case TIME -> StoredValue.number(text, LocalTime.parse(text).toSecondOfDay());
        case DATE_TIME -> dateTime(text);
        case URL -> url(text);
        case EMAIL -> matching(EMAIL, text, "an e-mail address");
        case IP_ADDRESS -> matching(IP, text, "an IP address");
        case SELECT -> choice(attribute.choices(), text, text);
        case REFERENCE -> reference(catalog, attribute, text);
        case USER -> user(attribute, text);
        case GROUP -> group(text);
        case STATUS -> status(catalog, attribute, text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new BadValue(attribute.kind().title + " values do not include " + text);
    }
  }

  private StoredValue text(String text) throws BadValue {
    if (text.length() > (strict ? TEXT_LENGTH - 1 : TEXT_LENGTH)) {
      throw new BadValue("A text must be shorter: " + text.length() + " characters");
    }
    return StoredValue.text(text);
  }

  private static StoredValue number(String text) throws BadValue {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new BadValue(text + " is no number");
    }
    return StoredValue.number(text, number);
  }

  private static StoredValue dateTime(String text) {
    long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
    return StoredValue.number(moment(millis), millis);
  }

  private static StoredValue url(String text) throws BadValue {
    try {
      URI uri = URI.create(text);
      if (uri.getScheme() != null && uri.getHost() != null) {
        return StoredValue.text(text);
      }
    } catch (IllegalArgumentException e) {
      throw new BadValue(text + " is no URL: " + e.getMessage());
    }
    throw new BadValue(text + " is no URL");
  }

  private static StoredValue matching(Pattern pattern, String text, String what) throws BadValue {
    if (!pattern.matcher(text).matches()) {
      throw new BadValue(text + " is not " + what);
    }
    return StoredValue.text(text);
  }

  private static StoredValue choice(List<String> offered, String value, String text)
      throws BadValue {
    if (!offered.contains(value)) {
      throw new BadValue("Invalid value " + text + ", not one of " + offered);
    }
    return StoredValue.text(value);
  }

  private StoredValue reference(Catalog catalog, Attribute attribute, String text) throws BadValue {
    StoredObject object =
        objects.find(text).orElseThrow(() -> new BadValue("There is no object " + text));
    if (!catalog.fits(attribute, object.typeId())) {
      throw new BadValue(object.key() + " is not of the object type that is referred to");
    }
    if (object.archived() != null) {
      throw new BadValue(object.key() + " is archived");
    }
    return new StoredValue(
        Long.toString(object.id()), StoredValue.fold(object.label()), null, object.id());
  }

  /** By user key, else by name. */
  private StoredValue user(Attribute attribute, String text) throws BadValue {
    ApplicationUser byKey = accounts.byKey(text);
    ApplicationUser user = byKey == null ? accounts.byName(text) : byKey;
    if (user == null) {
      throw new BadValue("There is no user " + text);
    }
    List<String> groups = attribute.typeValueMulti();
    if (!groups.isEmpty()
        && accounts.groupsOf(user.getName()).stream().noneMatch(groups::contains)) {
      throw new BadValue(text + " is in none of the groups " + groups);
    }
    return new StoredValue(user.getKey(), StoredValue.fold(user.getName()), null, null);
  }

  private StoredValue group(String text) throws BadValue {
    if (!accounts.hasGroup(text)) {
      throw new BadValue("There is no group " + text);
    }
    return StoredValue.text(text);
  }

  /** By number, else by name. */
  private static StoredValue status(Catalog catalog, Attribute attribute, String text)
      throws BadValue {
    int schema = catalog.typeOf(attribute).schemaId();
    List<String> allowed = attribute.typeValueMulti();
    Status found =
        catalog.statuses(schema).stream()
            .filter(status -> allowed.isEmpty() || allowed.contains(Integer.toString(status.id())))
            .filter(
                status -> Integer.toString(status.id()).equals(text) || status.name().equals(text))
            .findFirst()
            .orElseThrow(() -> new BadValue("There is no status " + text));
    return new StoredValue(
        Integer.toString(found.id()), StoredValue.fold(found.name()), null, null);
  }
}
