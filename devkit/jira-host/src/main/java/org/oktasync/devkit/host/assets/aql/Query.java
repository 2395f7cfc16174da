package org.oktasync.devkit.host.assets.aql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A query in Assets' language: which objects, in which order.
 *
 * @param where which
 * @param order the sort attributes, the most important first
 */
public record Query(Condition where, List<Order> order) {

  /** A sort attribute. */
  public record Order(String attribute, boolean ascending) {}

  /** What an object must fulfil. */
  public sealed interface Condition {
    /** The condition as text that means the same; everything in it is quoted. */
    String aql();
  }

  /** Every object fulfils it. */
  public record Everything() implements Condition {
    @Override
    public String aql() {
      return "";
    }
  }

  /** Both. */
  public record And(Condition left, Condition right) implements Condition {
    @Override
    public String aql() {
      return "(" + left.aql() + ") AND (" + right.aql() + ")";
    }
  }

  /** At least one. */
  public record Or(Condition left, Condition right) implements Condition {
    @Override
    public String aql() {
      return "(" + left.aql() + ") OR (" + right.aql() + ")";
    }
  }

  /** Not that. */
  public record Not(Condition inner) implements Condition {
    @Override
    public String aql() {
      return "NOT (" + inner.aql() + ")";
    }
  }

  /**
   * An attribute, or one of an object that it refers to, compared with values.
   *
   * @param path names of attributes; all but the last are references
   * @param values none for {@code IS EMPTY}, one or more for lists, else one
   * @param position where the attribute stands in the text, counted from 1
   */
  public record Compare(List<String> path, Operator operator, List<Value> values, int position)
      implements Condition {
    @Override
    public String aql() {
      String list = values.stream().map(Value::aql).collect(Collectors.joining(", "));
      String right = operator.takesList() ? " (" + list + ")" : values.isEmpty() ? "" : " " + list;
      String names = path.stream().map(Query::quote).collect(Collectors.joining("."));
      return names + " " + operator.symbol() + right;
    }

    /** Where it stands does not matter. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Compare that
          && path.equals(that.path)
          && operator == that.operator
          && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return path.hashCode() * 31 + values.hashCode();
    }
  }

  /**
   * Some object refers to it, or it refers to some object.
   *
   * @param inbound true where the others refer to it
   * @param other what the other object must fulfil
   */
  public record Having(boolean inbound, Condition other) implements Condition {
    @Override
    public String aql() {
      String name = inbound ? "inboundReferences" : "outboundReferences";
      return "object HAVING " + name + "(" + other.aql() + ")";
    }
  }

  /**
   * A value, or a function of values.
   *
   * @param function null for a plain value, which is then the only argument
   */
  public record Value(String function, List<String> arguments) {
    /** A plain value. */
    public static Value of(String text) {
      return new Value(null, List.of(text));
    }

    String aql() {
      String quoted = arguments.stream().map(Query::quote).collect(Collectors.joining(", "));
      return function == null ? quoted : function + "(" + quoted + ")";
    }
  }

  /** The query as text that means the same. */
  public String aql() {
    String by =
        order.stream()
            .map(o -> quote(o.attribute()) + (o.ascending() ? " ASC" : " DESC"))
            .collect(Collectors.joining(", "));
    return (where.aql() + (by.isEmpty() ? "" : " ORDER BY " + by)).strip();
  }

  /** Any text as a quoted name or value. */
  public static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
