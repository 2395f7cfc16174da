package org.oktasync.spool;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Cursor;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

public class SortedSpoolTest {
  /** A record whose value tells which of several with one key it is. */
  private record Entry(String key, int value) {}

  private static final RowFormat<Entry> CODEC =
      new RowFormat<>() {
        @Override
        public String key(Entry entry) {
          return entry.key();
        }

        @Override
        public void write(Entry entry, DataOutput out) throws IOException {
          RowText.write(entry.key(), out);
          out.writeInt(entry.value());
        }

        @Override
        public Entry read(DataInput in) throws IOException {
          return new Entry(RowText.read(in), in.readInt());
        }
      };

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void anythingAddedComesBackSortedWithTheLatestOfEachKey() {
    long seed = System.nanoTime();
    System.out.println("SortedSpoolTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      int buffer = 1 + random.nextInt(20);
      int size = random.nextInt(round % 10 == 0 ? 800 : 100);
      int keys = 1 + random.nextInt(2 * size + 1);
      assertSorted(random, buffer, size, keys);
    }
  }

  private void assertSorted(Random random, int buffer, int size, int keys) {
    Map<String, Entry> expected = new TreeMap<>();
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath())) {
      SortedSpool<Entry> spool = new SortedSpool<>(folder, "x", CODEC, buffer);
      for (int i = 0; i < size; i++) {
        Entry entry = new Entry("schlüssel-名" + random.nextInt(keys), i);
        spool.add(entry);
        expected.put(entry.key(), entry);
      }
      spool.seal();
      assertEquals(expected.size(), spool.size());
      assertEquals(size - expected.size(), spool.repeats());
      List<Entry> wanted = new ArrayList<>(expected.values());
      assertEquals(wanted, all(spool.cursor()));
      assertEquals("once more", wanted, all(spool.cursor()));
      assertEquals("one file is left", 1, temporary.getRoot().list().length);
    }
    assertArrayEquals(new String[0], temporary.getRoot().list());
  }

  @Test
  public void filesAreTheOwnersAlone() throws IOException {
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath())) {
      Path file = folder.newFile("x");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  public void aFileThatWasCutOffIsNoShorterList() throws IOException {
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath())) {
      SortedSpool<Entry> spool = new SortedSpool<>(folder, "x", CODEC, 10);
      spool.add(new Entry("a", 1));
      spool.add(new Entry("b", 2));
      spool.seal();
      Path file = temporary.getRoot().listFiles()[0].toPath();
      byte[] bytes = Files.readAllBytes(file);
      for (int length = 0; length < bytes.length; length++) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThrows(UncheckedIOException.class, () -> all(spool.cursor()));
      }
    }
  }

  @Test
  public void aSealedListTakesNothingMoreAndAnOpenOneGivesNothing() {
    try (SpoolFolder folder = new SpoolFolder(temporary.getRoot().toPath())) {
      SortedSpool<Entry> spool = new SortedSpool<>(folder, "x", CODEC, 10);
      assertThrows(IllegalStateException.class, spool::cursor);
      assertThrows(IllegalStateException.class, spool::size);
      spool.seal();
      spool.seal();
      assertThrows(IllegalStateException.class, () -> spool.add(new Entry("a", 1)));
      assertTrue(all(spool.cursor()).isEmpty());
    }
  }

  @Test
  public void aFailureNamesTheFolder() {
    Path missing = temporary.getRoot().toPath().resolve("missing");
    try (SpoolFolder folder = new SpoolFolder(missing)) {
      UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> folder.newFile("x"));
      assertTrue(e.getMessage(), e.getMessage().contains(missing.toString()));
    }
  }

  private static <T> List<T> all(Cursor<T> cursor) {
    List<T> values = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(values::add);
    }
    return values;
  }
}
