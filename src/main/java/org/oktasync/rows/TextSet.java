package org.oktasync.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many short texts, in memory as their bytes: about half of what a set of objects takes. A text
 * that is removed leaves its bytes behind. For one thread.
 */
public final class TextSet {
  private static final int BITS = 16;
  private static final int PAGE = 1 << BITS;
  private static final int WITHIN = PAGE - 1;

  /** In front of each text: whether it is there, and its length. */
  private static final int HEAD = 1 + Integer.BYTES;

  /** A text's number is the place of its head: the page above, the place within it below. */
  private final NumberIndex places = new NumberIndex();

  private final List<ByteBuffer> pages = new ArrayList<>();

  /** Adds a text; nothing changes when it is there. */
  public void add(String text) {
    byte[] added = bytes(text);
    int place = find(text, added);
    if (place == KeyedRows.NONE) {
      place = append(added);
      places.add(text, place);
    }
    mark(place, 1);
  }

  private int append(byte[] added) {
    int needed = HEAD + added.length;
    if (pages.isEmpty() || last().remaining() < needed) {
      pages.add(ByteBuffer.allocate(Math.max(needed, pages.isEmpty() ? PAGE / 64 : PAGE)));
    }
    int place = ((pages.size() - 1) << BITS) | last().position();
    last().put((byte) 0).putInt(added.length).put(added);
    return place;
  }

  private ByteBuffer last() {
    return pages.get(pages.size() - 1);
  }

  private ByteBuffer page(int place) {
    return pages.get(place >>> BITS);
  }

  private boolean is(int place, byte[] text) {
    ByteBuffer page = page(place);
    int head = place & WITHIN;
    int length = page.getInt(head + 1);
    int begin = head + HEAD;
    return Arrays.equals(page.array(), begin, begin + length, text, 0, text.length);
  }

  private void mark(int place, int there) {
    page(place).put(place & WITHIN, (byte) there);
  }

  /** Whether a text was added, and not removed since. */
  public boolean contains(String text) {
    int place = find(text, bytes(text));
    return place != KeyedRows.NONE && page(place).get(place & WITHIN) == 1;
  }

  /** Takes a text out, if it is there. */
  public void remove(String text) {
    int place = find(text, bytes(text));
    if (place != KeyedRows.NONE) {
      mark(place, 0);
    }
  }

  private int find(String text, byte[] bytes) {
    return places.find(text, place -> is(place, bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
