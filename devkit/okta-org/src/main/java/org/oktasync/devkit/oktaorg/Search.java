package org.oktasync.devkit.oktaorg;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The {@code search} parameter: comparisons of any attribute, those of profiles included. Names are
 * case-sensitive, operators and texts are not; accents count. An array fits when one of its
 * elements does. {@code ne} and {@code not} are refused, as Okta refuses them.
 *
 * @param top attributes of the object itself, by name
 * @param profile the profile's attributes and their types as the schema names them
 * @param values reads a value of the profile
 * @param containing attributes that know {@code co}
 */
record Search<T>(
    Map<String, Attribute<T>> top,
    Map<String, Type> profile,
    Values<T> values,
    Set<String> containing) {
  private static final String PROFILE = "profile.";
  private static final Set<String> ORDERED = Set.of("gt", "ge", "lt", "le");

  /** How values of an attribute compare. */
  enum Type {
    TEXT,
    TIME,
    NUMBER,
    FLAG;

    /** The type of a schema's attribute; that of its elements for an array. */
    static Type of(Map<?, ?> rules) {
      Object type = rules.get("type");
      if ("array".equals(type)) {
        return of((Map<?, ?>) rules.get("items"));
      }
      return switch (String.valueOf(type)) {
        case "integer", "number" -> NUMBER;
        case "boolean" -> FLAG;
        default -> "date-time".equals(rules.get("format")) ? TIME : TEXT;
      };
    }
  }

  /** Reads an attribute of a profile, null if it is absent. */
  interface Values<T> {
    Object of(T item, String name);
  }

  /** An attribute of the object itself. */
  record Attribute<T>(Type type, Function<T, Object> read) {}

  /**
   * The condition that a text states.
   *
   * @throws OktaError E0000031 for anything outside the grammar, and for unknown attributes
   */
  Predicate<T> parse(String text) {
    return Expression.parse(text, this::condition);
  }

  /**
   * The order that {@code sortBy} and {@code sortOrder} state; those without a value come last, and
   * ids decide where values are equal.
   *
   * @param order "asc", "desc" or null
   */
  Comparator<T> order(String sortBy, String order, Function<T, String> id) {
    if (order != null && !Set.of("asc", "desc").contains(order)) {
      throw OktaError.invalid("sortOrder", "must be asc or desc");
    }
    Attribute<T> attribute = attribute(sortBy);
    Comparator<Comparable<Object>> values = Comparator.naturalOrder();
    return Comparator.<T, Comparable<Object>>comparing(
            item -> first(attribute.read().apply(item), attribute.type()),
            Comparator.nullsLast("desc".equals(order) ? values.reversed() : values))
        .thenComparing(id);
  }

  private Attribute<T> attribute(String name) {
    Attribute<T> own = top.get(name);
    if (own != null) {
      return own;
    }
    String inner = name.startsWith(PROFILE) ? name.substring(PROFILE.length()) : "";
    Type type = profile.get(inner);
    if (type == null) {
      throw OktaError.badSearch("Unknown attribute: " + name);
    }
    return new Attribute<>(type, item -> values.of(item, inner));
  }

  private Predicate<T> condition(String name, String operator, String literal) {
    Attribute<T> attribute = attribute(name);
    if (literal == null) {
      return item -> present(attribute.read().apply(item));
    }
    Predicate<Object> test = test(name, attribute.type(), operator, literal);
    return item -> elements(attribute.read().apply(item)).anyMatch(test);
  }

  private Predicate<Object> test(String name, Type type, String operator, String literal) {
    Comparable<Object> bound = bound(type, literal);
    boolean text = type == Type.TEXT;
    if (operator.equals("eq")) {
      return value -> bound.equals(comparable(value, type));
    } else if (operator.equals("sw") && text) {
      return value -> comparable(value, type).toString().startsWith(bound.toString());
    } else if (operator.equals("co") && containing.contains(name)) {
      return value -> comparable(value, type).toString().contains(bound.toString());
    } else if (ORDERED.contains(operator) && type != Type.FLAG) {
      return value -> ordered(comparable(value, type).compareTo(bound), operator);
    }
    throw OktaError.badSearch("Unsupported: " + name + " " + operator);
  }

  private static boolean ordered(int comparison, String operator) {
    return switch (operator) {
      case "gt" -> comparison > 0;
      case "ge" -> comparison >= 0;
      case "lt" -> comparison < 0;
      default -> comparison <= 0;
    };
  }

  private static Comparable<Object> bound(Type type, String literal) {
    return switch (type) {
      case TEXT, TIME -> comparable(Expression.quoted(literal), type);
      case NUMBER -> {
        if (!literal.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
          throw OktaError.badSearch("Not a number: " + literal);
        }
        yield comparable(literal, type);
      }
      case FLAG -> {
        if (!Set.of("true", "false").contains(literal)) {
          throw OktaError.badSearch("Neither true nor false: " + literal);
        }
        yield comparable(literal, type);
      }
    };
  }

  /** A value in the form in which it is compared. */
  @SuppressWarnings("unchecked")
  private static Comparable<Object> comparable(Object value, Type type) {
    Object form =
        switch (type) {
          case TEXT -> value.toString().toLowerCase(Locale.ROOT);
          case TIME -> value instanceof Instant ? value : Filter.instant(value.toString());
          case NUMBER -> new BigDecimal(value.toString()).stripTrailingZeros();
          case FLAG -> Boolean.valueOf(value.toString());
        };
    return (Comparable<Object>) form;
  }

  private static Comparable<Object> first(Object value, Type type) {
    return elements(value).findFirst().map(element -> comparable(element, type)).orElse(null);
  }

  private static Stream<Object> elements(Object value) {
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return all.stream().filter(Objects::nonNull).map(Object.class::cast);
  }

  private static boolean present(Object value) {
    return elements(value).anyMatch(element -> !element.toString().isEmpty());
  }
}
