package org.oktasync.rows;

import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.Test;

/** Every text comes back as it was written. */
public class RowTextTest {
  @Test
  public void anyTextComesBack() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 40))
        .checkAssert(text -> assertEquals(text, writtenAndRead(text)));
  }

  @Test
  public void halvesOfSurrogatePairsComeBack() {
    String pair = "\uD83D\uDE00";
    for (String text :
        new String[] {pair, pair.substring(0, 1), pair.substring(1), "a" + pair + pair.charAt(1)}) {
      assertEquals(text, writtenAndRead(text));
    }
  }

  private static String writtenAndRead(String text) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      assertEquals(RowText.write(text, new DataOutputStream(bytes)), bytes.size());
      return RowText.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
