package org.oktasync.okta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.SourceValue;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Choice;
import org.oktasync.source.SourceAttribute.Format;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceAttribute.Type;

/**
 * Reads attributes out of a schema of Okta: a part {@code base} with what every organisation has,
 * and a part {@code custom} with its own. Attributes that Okta shows to nobody are left out.
 */
final class SchemaReader {
  private static final Set<String> NEVER_SHOWN = Set.of("encrypted", "hashed");
  private static final Comparator<SourceAttribute> BY_TITLE =
      Comparator.comparing(
              (SourceAttribute attribute) -> attribute.title().toLowerCase(Locale.ROOT))
          .thenComparing(SourceAttribute::path);

  /**
   * The attributes of a schema.
   *
   * @param facts come first, as they are
   */
  List<SourceAttribute> attributes(List<SourceAttribute> facts, SourceValue.Fields schema) {
    List<SourceAttribute> attributes = new ArrayList<>(facts);
    attributes.addAll(part(schema, "base", false));
    attributes.addAll(part(schema, "custom", true));
    return List.copyOf(attributes);
  }

  private static List<SourceAttribute> part(
      SourceValue.Fields schema, String part, boolean custom) {
    String place = "definitions." + part;
    Set<String> required = new HashSet<>(texts(TreePath.at(schema, place + ".required")));
    List<SourceAttribute> attributes = new ArrayList<>();
    TreePath.fields(schema, place + ".properties")
        .forEach(
            (name, rules) -> {
              boolean shown =
                  rules instanceof SourceValue.Fields fields
                      && !NEVER_SHOWN.contains(TreePath.text(fields, "format"));
              if (shown) {
                attributes.add(
                    attribute(name, (SourceValue.Fields) rules, required.contains(name), custom));
              }
            });
    attributes.sort(BY_TITLE);
    return attributes;
  }

  private static SourceAttribute attribute(
      String name, SourceValue.Fields rules, boolean required, boolean custom) {
    boolean several = TreePath.text(rules, "type").equals("array");
    SourceValue.Fields value =
        several && TreePath.at(rules, "items") instanceof SourceValue.Fields items ? items : rules;
    String title = TreePath.text(rules, "title");
    return new SourceAttribute(
        "profile." + name,
        title.isBlank() ? name : title,
        TreePath.text(rules, "description"),
        type(value, several && value == rules),
        several,
        format(TreePath.text(value, "format")),
        choices(value),
        mutability(TreePath.text(rules, "mutability")),
        required || TreePath.flag(rules, "required"),
        unique(TreePath.text(rules, "unique")),
        custom);
  }

  /**
   * @param unsaid whether the schema does not tell of what the values of an array are
   */
  private static Type type(SourceValue.Fields rules, boolean unsaid) {
    return switch (unsaid ? "" : TreePath.text(rules, "type")) {
      case "string" -> Type.TEXT;
      case "integer" -> Type.INTEGER;
      case "number" -> Type.NUMBER;
      case "boolean" -> Type.FLAG;
      default -> Type.OTHER;
    };
  }

  private static Format format(String format) {
    return switch (format) {
      case "email" -> Format.EMAIL;
      case "date-time" -> Format.DATE_TIME;
      case "uri" -> Format.URI;
      case "country-code" -> Format.COUNTRY;
      case "language-code" -> Format.LANGUAGE;
      case "locale" -> Format.LOCALE;
      case "timezone" -> Format.TIME_ZONE;
      case "ref-id" -> Format.REFERENCE;
      default -> Format.PLAIN;
    };
  }

  private static Mutability mutability(String mutability) {
    return switch (mutability) {
      case "READ_ONLY" -> Mutability.READ_ONLY;
      case "WRITE_ONLY" -> Mutability.WRITE_ONLY;
      case "IMMUTABLE" -> Mutability.IMMUTABLE;
      default -> Mutability.READ_WRITE;
    };
  }

  /** Okta's document has a flag, its answers a word. */
  private static boolean unique(String unique) {
    return unique.equals("true") || unique.equals("UNIQUE_VALIDATED");
  }

  /** The allowed values; their names stand in a list of their own, or there is only that list. */
  private static List<Choice> choices(SourceValue.Fields rules) {
    Map<String, String> titles = new HashMap<>();
    List<String> named = new ArrayList<>();
    if (TreePath.at(rules, "oneOf") instanceof SourceValue.Items names) {
      for (SourceValue one : names.values()) {
        if (one instanceof SourceValue.Fields choice) {
          named.add(TreePath.text(choice, "const"));
          titles.put(TreePath.text(choice, "const"), TreePath.text(choice, "title"));
        }
      }
    }
    List<String> values = texts(TreePath.at(rules, "enum"));
    return (values.isEmpty() ? named : values)
        .stream().map(value -> new Choice(value, titles.getOrDefault(value, value))).toList();
  }

  private static List<String> texts(SourceValue value) {
    return value instanceof SourceValue.Items items
        ? items.values().stream().map(SourceValue::text).toList()
        : List.of();
  }
}
