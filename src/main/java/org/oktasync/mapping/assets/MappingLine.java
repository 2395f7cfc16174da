package org.oktasync.mapping.assets;

import org.oktasync.model.Message;

/** One line of a mapping text, taken apart but not yet judged. */
sealed interface MappingLine {
  /** Where it stands, without bullets and blanks around it. */
  Place place();

  /** Nothing but blanks, or a comment. */
  record Empty(Place place) implements MappingLine {}

  /** {@code Groups:}, from which on the lines belong to another mapping. */
  record Heading(Place place, Part name) implements MappingLine {}

  /**
   * {@code key:path=attribute} or {@code map:path=attribute}, perhaps with {@code |condition}.
   *
   * @param keyword {@code key} or {@code map}, as written
   * @param condition null when there is no bar
   */
  record Entry(Place place, Part keyword, boolean key, Part path, Part attribute, Part condition)
      implements MappingLine {}

  /** {@code config:name=value}. */
  record Setting(Place place, Part name, Part value) implements MappingLine {}

  /** What is none of these. */
  record Unreadable(Place place, Message why) implements MappingLine {
    MappingError error() {
      return new MappingError(place, why);
    }
  }
}
