package org.oktasync.source;

import java.util.List;

/**
 * An attribute as the source's schema describes it.
 *
 * @param path where it stands, dotted, for example {@code profile.department}
 * @param title the name that people see; the technical name when there is none
 * @param description free text; empty when there is none
 * @param type the type of a value
 * @param several whether there may be several values
 * @param format what a text holds; {@code PLAIN} for every other type
 * @param choices the values that are allowed, in the source's order; empty when all are
 * @param mutability who may change it
 * @param required whether everybody must have a value
 * @param unique whether no two may have the same value
 * @param custom whether the organisation added it
 */
public record SourceAttribute(
    String path,
    String title,
    String description,
    Type type,
    boolean several,
    Format format,
    List<Choice> choices,
    Mutability mutability,
    boolean required,
    boolean unique,
    boolean custom) {

  /** The type of a value. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    FLAG,
    /** Something that the source's documents do not name. */
    OTHER
  }

  /** What a text holds. */
  public enum Format {
    PLAIN,
    EMAIL,
    DATE_TIME,
    URI,
    COUNTRY,
    LANGUAGE,
    LOCALE,
    TIME_ZONE,
    /** The id of another object. */
    REFERENCE
  }

  /** Who may change a value. */
  public enum Mutability {
    READ_WRITE,
    READ_ONLY,
    WRITE_ONLY,
    IMMUTABLE
  }

  /**
   * One allowed value.
   *
   * @param value as it is stored
   * @param title the name that people see; the value itself when there is none
   */
  public record Choice(String value, String title) {}

  public SourceAttribute {
    choices = List.copyOf(choices);
  }

  /** The name behind the last dot of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
