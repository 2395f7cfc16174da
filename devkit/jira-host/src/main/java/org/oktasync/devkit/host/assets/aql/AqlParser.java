package org.oktasync.devkit.host.assets.aql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.oktasync.devkit.host.assets.aql.Query.And;
import org.oktasync.devkit.host.assets.aql.Query.Compare;
import org.oktasync.devkit.host.assets.aql.Query.Condition;
import org.oktasync.devkit.host.assets.aql.Query.Everything;
import org.oktasync.devkit.host.assets.aql.Query.Having;
import org.oktasync.devkit.host.assets.aql.Query.Not;
import org.oktasync.devkit.host.assets.aql.Query.Or;
import org.oktasync.devkit.host.assets.aql.Query.Order;
import org.oktasync.devkit.host.assets.aql.Query.Value;
import org.oktasync.devkit.host.assets.aql.Tokens.Kind;
import org.oktasync.devkit.host.assets.aql.Tokens.Token;

/**
 * Reads the part of Assets' query language that references and searches need: comparisons joined by
 * {@code NOT}, {@code AND}, {@code OR} (binding in this order) and brackets, and {@code ORDER BY}.
 */
public final class AqlParser {
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "in", "like", "is", "order", "startswith", "endswith", "having");
  private static final int DEEPEST = 200;
  private static final Map<String, Operator> SYMBOLS =
      Map.of(
          "=", Operator.EQUALS,
          "!=", Operator.NOT_EQUALS,
          "<", Operator.LESS,
          "<=", Operator.LESS_OR_EQUAL,
          ">", Operator.GREATER,
          ">=", Operator.GREATER_OR_EQUAL);

  private final String source;
  private final List<Token> tokens;
  private int at;
  private int depth;

  private AqlParser(String source) {
    this.source = source;
    tokens = Tokens.of(source);
  }

  /**
   * Reads a query; an empty one means everything.
   *
   * @throws AqlException where it is not understood
   */
  public static Query parse(String source) {
    AqlParser parser = new AqlParser(source);
    Token first = parser.peek();
    boolean all = first.kind() == Kind.END || parser.isOrderBy();
    Condition where = all ? new Everything() : parser.or();
    List<Order> order = parser.isOrderBy() ? parser.order() : List.of();
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("the end of the query");
    }
    return new Query(where, order);
  }

  private Condition or() {
    Condition left = and();
    while (takeWord("or")) {
      left = new Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (takeWord("and")) {
      left = new And(left, not());
    }
    return left;
  }

  private Condition not() {
    if (++depth > DEEPEST) {
      throw new AqlException(peek().start() + 1, "The query is nested too deeply");
    }
    Condition condition = unguarded();
    depth--;
    return condition;
  }

  private Condition unguarded() {
    if (takeWord("not")) {
      return new Not(not());
    }
    if (takeSymbol("(")) {
      Condition inner = or();
      expectSymbol(")");
      return inner;
    }
    if (peek().isWord("object") && tokens.get(at + 1).isWord("having")) {
      at += 2;
      return having();
    }
    return compare();
  }

  private Condition having() {
    Token function = take();
    boolean inbound = function.isWord("inboundReferences");
    if (!inbound && !function.isWord("outboundReferences")) {
      throw new AqlException(
          function.start() + 1, "Expected inboundReferences or outboundReferences");
    }
    expectSymbol("(");
    if (takeSymbol(")")) {
      return new Having(inbound, new Everything());
    }
    Condition other = or();
    expectSymbol(")");
    return new Having(inbound, other);
  }

  private Condition compare() {
    int position = peek().start() + 1;
    List<String> path = new ArrayList<>();
    do {
      path.add(name());
    } while (takeSymbol("."));
    Operator operator = operator();
    if (operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY) {
      return new Compare(path, operator, List.of(), position);
    }
    if (operator.takesList() && takeSymbol("(")) {
      return new Compare(path, operator, list(), position);
    }
    Token first = peek();
    Value value = value();
    boolean nothing = first.isWord("null") || first.isWord("empty");
    if (nothing && value.function() == null && value.arguments().get(0).equals(first.text())) {
      return new Compare(path, emptiness(operator, first), List.of(), position);
    }
    return new Compare(path, operator, List.of(value), position);
  }

  private static Operator emptiness(Operator operator, Token where) {
    return switch (operator) {
      case EQUALS -> Operator.IS_EMPTY;
      case NOT_EQUALS -> Operator.IS_NOT_EMPTY;
      default ->
          throw new AqlException(
              where.start() + 1, "Nothing else than = and != takes " + where.text());
    };
  }

  private String name() {
    Token token = take();
    boolean plain =
        token.kind() == Kind.WORD && !RESERVED.contains(token.text().toLowerCase(Locale.ROOT));
    if (!plain && token.kind() != Kind.QUOTED) {
      at--;
      throw unexpected("the name of an attribute");
    }
    return token.text();
  }

  private Operator operator() {
    Token token = take();
    Operator symbol = token.kind() == Kind.SYMBOL ? SYMBOLS.get(token.text()) : null;
    if (symbol != null) {
      return symbol;
    }
    if (token.isWord("not")) {
      return takeWord("like") ? Operator.NOT_LIKE : negatedList();
    }
    if (token.isWord("is")) {
      Operator found = takeWord("not") ? Operator.IS_NOT_EMPTY : Operator.IS_EMPTY;
      if (!takeWord("empty") && !takeWord("null")) {
        throw unexpected("EMPTY");
      }
      return found;
    }
    for (Operator word :
        List.of(Operator.LIKE, Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.IN)) {
      if (token.isWord(word.symbol())) {
        return word;
      }
    }
    at--;
    throw unexpected("an operator");
  }

  private Operator negatedList() {
    if (!takeWord("in")) {
      throw unexpected("IN or LIKE");
    }
    return Operator.NOT_IN;
  }

  private List<Value> list() {
    List<Value> values = new ArrayList<>();
    do {
      values.add(value());
    } while (takeSymbol(","));
    expectSymbol(")");
    return values;
  }

  /** A quoted text, a word with its dots, or a function. */
  private Value value() {
    Token first = take();
    if (first.kind() == Kind.QUOTED) {
      return Value.of(first.text());
    }
    if (first.kind() != Kind.WORD) {
      at--;
      throw unexpected("a value");
    }
    if (takeSymbol("(")) {
      return new Value(first.text(), takeSymbol(")") ? List.of() : arguments());
    }
    int end = first.end();
    while (peek().start() == end && (peek().kind() == Kind.WORD || peek().isSymbol("."))) {
      end = take().end();
    }
    return Value.of(source.substring(first.start(), end));
  }

  private List<String> arguments() {
    int start = peek().start();
    List<Value> values = list();
    if (values.stream().anyMatch(value -> value.function() != null)) {
      throw new AqlException(start + 1, "Functions take plain values");
    }
    return values.stream().map(value -> value.arguments().get(0)).toList();
  }

  private boolean isOrderBy() {
    return peek().isWord("order") && tokens.get(at + 1).isWord("by");
  }

  private List<Order> order() {
    at += 2;
    List<Order> order = new ArrayList<>();
    do {
      String attribute = name();
      boolean descending = takeWord("desc");
      if (!descending) {
        takeWord("asc");
      }
      order.add(new Order(attribute, !descending));
    } while (takeSymbol(","));
    return order;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token take() {
    Token token = peek();
    if (token.kind() == Kind.END) {
      throw unexpected("more");
    }
    at++;
    return token;
  }

  private boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  private boolean takeSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    at += found ? 1 : 0;
    return found;
  }

  private void expectSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected(symbol);
    }
  }

  private AqlException unexpected(String wanted) {
    Token token = peek();
    String seen = token.kind() == Kind.END ? "the query ends" : "there is " + token.text();
    return new AqlException(token.start() + 1, "Expected " + wanted + ", but " + seen);
  }
}
