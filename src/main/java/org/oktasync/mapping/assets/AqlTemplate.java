package org.oktasync.mapping.assets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition in Assets' query language (AQL) with a place for a value: {@code Name = ${roles}}.
 * The value always becomes one quoted text, whatever it holds. Three spellings mean the same:
 * {@code ${x}}, {@code "${x}"}, and {@code ${x${0}}}, as Assets itself writes lists; within longer
 * quoted text, as in {@code "App ${x}"}, the value becomes part of that text.
 */
public final class AqlTemplate {
  /** What breaks a line or cannot be seen; Assets holds no such character in a line of text. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  private final String text;
  private final List<AqlPiece> pieces;
  private final Optional<String> equalityAttribute;

  AqlTemplate(String text, List<AqlPiece> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
    this.equalityAttribute = AqlEquality.attributeOf(this.pieces);
  }

  /**
   * The condition that a text writes.
   *
   * @throws MalformedAqlException when quotes or brackets do not close, no value has a place, or it
   *     is longer than any query should be
   */
  public static AqlTemplate of(String text) {
    return new AqlTemplate(text.strip(), new AqlTemplateParser(text.strip()).pieces());
  }

  /** The condition {@code attribute = ${variable}}. */
  static AqlTemplate equality(String attribute, String variable) {
    return of(quoted(attribute) + " = ${" + variable + "}");
  }

  /**
   * The attribute that is compared, when the condition is a plain {@code Attribute = ${x}} or
   * {@code Attribute IN (${x})}: only then an object that is missing can be made, and the condition
   * be answered without asking Assets. Assets' {@code =} takes upper and lower case as alike;
   * {@code ==}, which does not, is no plain equality.
   */
  public Optional<String> equalityAttribute() {
    return equalityAttribute;
  }

  /** A plain equality by an attribute of another name, or the same when it has this one. */
  public AqlTemplate by(String attribute) {
    boolean same = equalityAttribute.filter(attribute::equalsIgnoreCase).isPresent();
    return same ? this : equality(attribute, variables().iterator().next());
  }

  /** The names that stand between {@code ${} and {@code }}, once each. */
  public Set<String> variables() {
    return pieces.stream()
        .filter(AqlPiece::takesValue)
        .map(AqlPiece::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The condition for one value.
   *
   * @param value any text; quotes and backslashes are escaped, line breaks become blanks
   */
  public String fill(String value) {
    if (equalityAttribute.isPresent()) {
      return quoted(equalityAttribute.get()) + " = " + quoted(value);
    }
    return pieces.stream().map(piece -> piece.fill(value)).collect(Collectors.joining());
  }

  /** A text as one literal of the query language. */
  static String quoted(String value) {
    return '"' + escaped(value) + '"';
  }

  /** A text as it stands between quotes. */
  static String escaped(String value) {
    return oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A text on one line: what breaks lines becomes a blank, and no blanks stand around it. */
  static String oneLine(String value) {
    return BREAKS.matcher(value).replaceAll(" ").strip();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AqlTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
