package org.oktasync.mapping;

/**
 * What became of a value.
 *
 * @param value the value; null when {@code problem} is not
 * @param problem why there is none; null when {@code value} is not
 */
public record Transformed(String value, MappingProblem problem) {
  /** A value. */
  public static Transformed to(String value) {
    return new Transformed(value, null);
  }

  /** No value, for the reason of this code. */
  public static Transformed failed(String code, String detail) {
    return new Transformed(null, new MappingProblem(code, Texts.cut(detail, 100)));
  }

  /** Whether there is a value. */
  public boolean ok() {
    return problem == null;
  }
}
