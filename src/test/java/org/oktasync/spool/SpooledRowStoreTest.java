package org.oktasync.spool;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.oktasync.model.Cursor;
import org.oktasync.rows.KeyedRows;
import org.oktasync.rows.NumberedRows;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowStore;
import org.oktasync.rows.RowText;
import org.oktasync.rows.SortedRows;

/** Rows in files answer as rows in memory do. */
public class SpooledRowStoreTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private record Row(String key, String value) {}

  private static final class Format implements RowFormat<Row> {
    @Override
    public String key(Row row) {
      return row.key();
    }

    @Override
    public void write(Row row, DataOutput out) throws IOException {
      RowText.write(row.key(), out);
      RowText.write(row.value(), out);
    }

    @Override
    public Row read(DataInput in) throws IOException {
      String key = RowText.read(in);
      return new Row(key, RowText.read(in));
    }
  }

  @Test
  public void whateverIsPutAndReplaced_theyAnswerAsRowsInMemoryDo() {
    qt().withExamples(60)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              try (SpooledRowStore store = new SpooledRowStore(root())) {
                KeyedRows<Row> spooled = store.open("rows", new Format());
                KeyedRows<Row> memory = RowStore.IN_MEMORY.open("rows", new Format());
                for (int step = 0; step < 800; step++) {
                  String key = "kü" + random.nextInt(300);
                  if (random.nextInt(3) == 0) {
                    assertEquals("seed " + seed, memory.find(key), spooled.find(key));
                  } else {
                    Row row = new Row(key, "x".repeat(length(random)) + step);
                    assertEquals("seed " + seed, memory.put(row), spooled.put(row));
                  }
                }
                assertEquals("seed " + seed, all(memory.all()), all(spooled.all()));
                assertEquals(memory.size(), spooled.size());
                assertEquals(Optional.empty(), spooled.find("nobody"));
              }
            });
  }

  @Test
  public void aListIsReadInAnyOrder() {
    Random random = new Random(11);
    try (SpooledRowStore store = new SpooledRowStore(root())) {
      NumberedRows<Row> spooled = store.list("rows", new Format());
      NumberedRows<Row> memory = RowStore.IN_MEMORY.list("rows", new Format());
      for (int step = 0; step < 5_000; step++) {
        Row row = new Row("k", "x".repeat(length(random)) + step);
        assertEquals(memory.put(row), spooled.put(row));
        int number = random.nextInt(memory.size());
        assertEquals(memory.at(number), spooled.at(number));
      }
      assertEquals(all(memory.all()), all(spooled.all()));
      assertEquals(memory.size(), spooled.size());
    }
  }

  /** Now and then longer than what is written, or read, at once. */
  private static int length(Random random) {
    return switch (random.nextInt(100)) {
      case 0 -> 70_000;
      case 1, 2 -> 5_000;
      default -> random.nextInt(200);
    };
  }

  @Test
  public void sortedRowsAreThoseInMemory() {
    Random random = new Random(7);
    try (SpooledRowStore store = new SpooledRowStore(root())) {
      SortedRows<Row> spooled = store.sort("rows", new Format());
      SortedRows<Row> memory = RowStore.IN_MEMORY.sort("rows", new Format());
      for (int i = 0; i < 5_000; i++) {
        Row row = new Row("k" + random.nextInt(3_000), "v" + i);
        spooled.add(row);
        memory.add(row);
      }
      spooled.seal();
      memory.seal();
      assertEquals(all(memory.cursor()), all(spooled.cursor()));
    }
  }

  @Test
  public void nothingIsLeftBehind() {
    try (SpooledRowStore store = new SpooledRowStore(root())) {
      store.open("rows", new Format()).put(new Row("a", "b"));
    }
    assertArrayEquals(new String[0], folder.getRoot().list());
  }

  private Path root() {
    return folder.getRoot().toPath();
  }

  private static List<Row> all(Cursor<Row> cursor) {
    List<Row> rows = new ArrayList<>();
    try (cursor) {
      cursor.forEachRemaining(rows::add);
    }
    return rows;
  }
}
