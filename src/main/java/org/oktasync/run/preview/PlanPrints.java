package org.oktasync.run.preview;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.oktasync.plan.ChangeRow;

/** Tells the changes of a plan from those of another, at eight bytes for each. For one thread. */
final class PlanPrints {
  private static final int FIRST = 1_024;

  private final MessageDigest digest = sha256();
  private long[] prints = new long[FIRST];
  private int count;
  private boolean sorted;

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private long print(ChangeRow row) {
    byte[] text = row.canonicalText().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(digest.digest(text)).getLong();
  }

  void add(ChangeRow row) {
    if (count == prints.length) {
      prints = Arrays.copyOf(prints, count * 2);
    }
    prints[count++] = print(row);
    sorted = false;
  }

  boolean contains(ChangeRow row) {
    if (!sorted) {
      Arrays.sort(prints, 0, count);
      sorted = true;
    }
    return Arrays.binarySearch(prints, 0, count, print(row)) >= 0;
  }
}
