package org.oktasync.devkit.host.assets.aql;

/** How an attribute is compared. Texts compare without regard to case. */
public enum Operator {
  EQUALS("="),
  NOT_EQUALS("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LIKE("LIKE"),
  NOT_LIKE("NOT LIKE"),
  STARTS_WITH("STARTSWITH"),
  ENDS_WITH("ENDSWITH"),
  IN("IN"),
  NOT_IN("NOT IN"),
  IS_EMPTY("IS EMPTY"),
  IS_NOT_EMPTY("IS NOT EMPTY");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** How it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether a list in brackets follows. */
  public boolean takesList() {
    return this == IN || this == NOT_IN;
  }

  /** The operator that this one denies; itself where it denies none. */
  public Operator positive() {
    return switch (this) {
      case NOT_EQUALS -> EQUALS;
      case NOT_LIKE -> LIKE;
      case NOT_IN -> IN;
      case IS_EMPTY -> IS_NOT_EMPTY;
      default -> this;
    };
  }
}
