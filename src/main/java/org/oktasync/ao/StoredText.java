package org.oktasync.ao;

import java.time.Instant;
import net.java.ao.schema.StringLength;
import org.oktasync.model.EntityKind;
import org.oktasync.plan.ChangeRow;
import org.oktasync.plan.Operation;

/** How values are written so that every database takes them, and read so that none shows. */
final class StoredText {
  private static final int REPLACEMENT = 0xFFFD;

  private StoredText() {}

  /** A text as it was stored; Oracle keeps an empty one as null. */
  static String orEmpty(String stored) {
    return stored == null ? "" : stored;
  }

  /**
   * The row with a subject and object that fit their columns. Real names do; what does not is the
   * label of something left alone because its name is impossible.
   */
  static ChangeRow fitting(ChangeRow row) {
    String subject = cut(row.subject(), StringLength.MAX_LENGTH);
    String object = cut(row.object(), StringLength.MAX_LENGTH);
    if (subject.equals(row.subject()) && object.equals(row.object())) {
      return row;
    }
    return new ChangeRow(
        row.kind(),
        row.operation(),
        subject,
        object,
        row.sourceId(),
        row.groupId(),
        row.key(),
        row.before(),
        row.after(),
        row.reason());
  }

  private static String cut(String text, int length) {
    return storable(text.substring(0, Math.min(text.length(), length)));
  }

  /**
   * The text with a replacement character for each that some database refuses: PostgreSQL stores no
   * NUL, and half a surrogate pair has no UTF-8 form.
   */
  static String storable(String text) {
    int[] characters = text.codePoints().map(c -> refused(c) ? REPLACEMENT : c).toArray();
    return new String(characters, 0, characters.length);
  }

  private static boolean refused(int c) {
    return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static EntityKind kind(String label) {
    for (EntityKind kind : EntityKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind of thing is called " + label);
  }

  static Operation operation(String label) {
    for (Operation operation : Operation.values()) {
      if (operation.label().equals(label)) {
        return operation;
      }
    }
    throw new IllegalStateException("no operation is called " + label);
  }

  static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  static Instant instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
