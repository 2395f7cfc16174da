package org.oktasync.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oktasync.model.Cursor;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.SortedRows;

/**
 * A list on disk that takes records in any order and gives them back in the order of their keys. At
 * most a buffer of records stands in memory. Filled by many threads, sealed once, then read as
 * often as needed.
 */
public final class SortedSpool<T> implements SortedRows<T> {
  /** So many files are merged at once; more would hold too many files open. */
  private static final int FAN_IN = 64;

  private final SpoolFolder folder;
  private final String label;
  private final RowFormat<T> codec;
  private final int bufferSize;
  private final List<T> buffer = new ArrayList<>();
  private final List<Path> chunks = new ArrayList<>();
  private Path sealed;
  private long added;
  private long repeats;

  /**
   * @param folder where the files are made; owns them
   * @param label begins the files' names
   * @param bufferSize records held in memory before they are written
   */
  public SortedSpool(SpoolFolder folder, String label, RowFormat<T> codec, int bufferSize) {
    this.folder = folder;
    this.label = label;
    this.codec = codec;
    this.bufferSize = bufferSize;
  }

  @Override
  public synchronized void add(T value) {
    if (sealed != null) {
      throw new IllegalStateException("the list of " + label + " is sealed");
    }
    buffer.add(value);
    added++;
    if (buffer.size() >= bufferSize) {
      spill();
    }
  }

  @Override
  public synchronized void seal() {
    if (sealed != null) {
      return;
    }
    spill();
    // A single chunk is merged as well: that is where repeats within it are dropped.
    do {
      mergeOldest();
    } while (chunks.size() > 1);
    sealed = chunks.get(0);
  }

  private void mergeOldest() {
    List<Path> oldest = chunks.subList(0, Math.min(FAN_IN, chunks.size()));
    Path merged = folder.newFile(label);
    repeats += new ChunkMerge<>(codec).merge(oldest, merged);
    oldest.forEach(folder::delete);
    oldest.clear();
    chunks.add(0, merged);
  }

  /** The number of records, each key once; after {@link #seal}. */
  public synchronized long size() {
    requireSealed();
    return added - repeats;
  }

  /** How many records were dropped because a later one had their key; after {@link #seal}. */
  public synchronized long repeats() {
    requireSealed();
    return repeats;
  }

  @Override
  public Cursor<T> cursor() {
    Path file;
    synchronized (this) {
      requireSealed();
      file = sealed;
    }
    return new RecordReader<>(file, codec);
  }

  private void requireSealed() {
    if (sealed == null) {
      throw new IllegalStateException("the list of " + label + " is not sealed");
    }
  }

  private void spill() {
    buffer.sort(Comparator.comparing(codec::key));
    Path file = folder.newFile(label);
    chunks.add(file);
    try (RecordWriter<T> writer = new RecordWriter<>(file, codec)) {
      buffer.forEach(writer::write);
      writer.end();
    }
    buffer.clear();
  }
}
