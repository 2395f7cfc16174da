package org.oktasync.mapping.assets;

import java.util.Set;
import org.oktasync.model.assets.AttributeType;

/**
 * What the source's own schema says about a value.
 *
 * @param path dotted path without numbers and wildcards, for example {@code profile.email}
 * @param label what the source calls it, for a person; may be empty
 * @param kind what it holds
 * @param several whether it is a list
 */
public record SourceField(String path, String label, Kind kind, boolean several) {
  /** What a value holds, and which attributes of Assets can hold it. */
  public enum Kind {
    TEXT(
        Set.of(
            AttributeType.INTEGER,
            AttributeType.DOUBLE,
            AttributeType.BOOLEAN,
            AttributeType.DATE,
            AttributeType.TIME,
            AttributeType.DATE_TIME),
        Set.of()),
    NUMBER(
        Set.of(),
        Set.of(
            AttributeType.BOOLEAN,
            AttributeType.DATE,
            AttributeType.TIME,
            AttributeType.DATE_TIME,
            AttributeType.URL,
            AttributeType.EMAIL,
            AttributeType.IP_ADDRESS)),
    FLAG(
        Set.of(),
        Set.of(
            AttributeType.INTEGER,
            AttributeType.DOUBLE,
            AttributeType.DATE,
            AttributeType.TIME,
            AttributeType.DATE_TIME,
            AttributeType.URL,
            AttributeType.EMAIL,
            AttributeType.IP_ADDRESS,
            AttributeType.USER)),
    DATE_TIME(
        Set.of(),
        Set.of(
            AttributeType.INTEGER,
            AttributeType.DOUBLE,
            AttributeType.BOOLEAN,
            AttributeType.URL,
            AttributeType.EMAIL,
            AttributeType.IP_ADDRESS,
            AttributeType.USER)),
    OBJECT(
        Set.of(),
        Set.of(
            AttributeType.INTEGER,
            AttributeType.DOUBLE,
            AttributeType.BOOLEAN,
            AttributeType.DATE,
            AttributeType.TIME,
            AttributeType.DATE_TIME));

    private final Set<AttributeType> doubtful;
    private final Set<AttributeType> never;

    Kind(Set<AttributeType> doubtful, Set<AttributeType> never) {
      this.doubtful = doubtful;
      this.never = never;
    }

    /** Whether such a value fits such an attribute only by chance. */
    public boolean doubtfulAs(AttributeType type) {
      return doubtful.contains(type);
    }

    /** Whether no such value fits such an attribute. */
    public boolean neverFits(AttributeType type) {
      return never.contains(type);
    }
  }
}
