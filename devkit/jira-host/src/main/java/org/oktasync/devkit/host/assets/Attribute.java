package org.oktasync.devkit.host.assets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;

/**
 * An attribute of an object type.
 *
 * @param label whether its value is the label of an object
 * @param typeValue the object type of a reference, the groups of users, the statuses
 * @param additionalValue the reference type of a reference, {@code SHOW_PROFILE} and the like
 * @param maximum {@link #UNLIMITED} for any number of values
 * @param system made by Assets itself: Key, Created and Updated, which nobody edits
 */
record Attribute(
    int id,
    int typeId,
    String name,
    String description,
    boolean label,
    ValueKind kind,
    String typeValue,
    List<String> typeValueMulti,
    String additionalValue,
    int minimum,
    int maximum,
    String suffix,
    boolean hidden,
    boolean includeChildren,
    boolean unique,
    boolean summable,
    boolean indexed,
    String regex,
    String qlQuery,
    String options,
    int position,
    boolean removable,
    boolean system)
    implements Entry {
  static final int UNLIMITED = -1;
  static final String KEY = "Key";
  static final String NAME = "Name";
  static final String CREATED = "Created";
  static final String UPDATED = "Updated";

  /** A text with at most one value, as it is before anything is said about it. */
  static Attribute plain(int id, int typeId, String name, int position) {
    return new Attribute(
        id,
        typeId,
        name,
        null,
        false,
        ValueKind.TEXT,
        null,
        List.of(),
        null,
        0,
        1,
        "",
        false,
        false,
        false,
        false,
        true,
        "",
        "",
        "",
        position,
        true,
        false);
  }

  /** The attributes that every new object type has. */
  static List<Attribute> first(int typeId, IdSource ids) {
    return List.of(
        plain(ids.next(), typeId, KEY, 0).made(ValueKind.TEXT),
        new Attribute(
            ids.next(),
            typeId,
            NAME,
            "The name of the object",
            true,
            ValueKind.TEXT,
            null,
            List.of(),
            null,
            1,
            1,
            "",
            false,
            false,
            false,
            false,
            true,
            "",
            "",
            "",
            1,
            false,
            false),
        plain(ids.next(), typeId, CREATED, 2).made(ValueKind.DATE_TIME),
        plain(ids.next(), typeId, UPDATED, 3).made(ValueKind.DATE_TIME));
  }

  /** Hands out numbers. */
  interface IdSource {
    int next();
  }

  private Attribute made(ValueKind value) {
    return new Attribute(
        id,
        typeId,
        name,
        description,
        false,
        value,
        null,
        List.of(),
        null,
        1,
        1,
        suffix,
        hidden,
        includeChildren,
        false,
        false,
        true,
        "",
        "",
        "",
        position,
        false,
        true);
  }

  /** The same as label or not; another attribute is the label then, or was before. */
  Attribute withLabel(boolean value) {
    return new Attribute(
        id,
        typeId,
        name,
        description,
        value,
        kind,
        typeValue,
        typeValueMulti,
        additionalValue,
        minimum,
        maximum,
        suffix,
        hidden,
        includeChildren,
        unique,
        summable,
        indexed,
        regex,
        qlQuery,
        options,
        position,
        removable,
        system);
  }

  /** The object type that a reference leads to. */
  @JsonIgnore
  int referencedType() {
    return Integer.parseInt(typeValue);
  }

  /** The values that a select offers. */
  @JsonIgnore
  List<String> choices() {
    return Arrays.stream(options.split(",")).map(String::strip).filter(o -> !o.isEmpty()).toList();
  }
}
