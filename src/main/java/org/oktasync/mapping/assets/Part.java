package org.oktasync.mapping.assets;

/**
 * A part of a line.
 *
 * @param text cleaned of what pasting brings along; may be empty
 * @param place where it stands; a point when it is empty
 */
record Part(String text, Place place) {
  /** The part of a line between two offsets, blanks around it left out. */
  static Part of(int line, String raw, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && PastedText.blank(raw.charAt(from))) {
      from++;
    }
    while (to > from && PastedText.blank(raw.charAt(to - 1))) {
      to--;
    }
    Place place = new Place(line, from + 1, to - from);
    return new Part(PastedText.clean(raw.substring(from, to)), place);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The offset in the line at which the part begins. */
  int begin() {
    return place.column() - 1;
  }

  /** The offset in the line at which the part ends. */
  int end() {
    return begin() + place.length();
  }

  /** The place of one character of the part, counted from 0, up to the part's end. */
  Place from(int offset) {
    int skipped = Math.min(offset, place.length());
    return new Place(place.line(), place.column() + skipped, place.length() - skipped);
  }
}
