package org.oktasync.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.oktasync.rows.RowFormat;

/** Merges sorted files into one, in which each key stands once, with its latest record. */
final class ChunkMerge<T> {
  private final RowFormat<T> codec;

  ChunkMerge(RowFormat<T> codec) {
    this.codec = codec;
  }

  /**
   * Merges files given in the order in which they were filled.
   *
   * @return how many records were dropped because a later one had their key
   */
  long merge(List<Path> files, Path target) {
    List<Head<T>> heads = new ArrayList<>();
    try (RecordWriter<T> writer = new RecordWriter<>(target, codec)) {
      for (Path file : files) {
        heads.add(new Head<>(new RecordReader<>(file, codec), codec, heads.size()));
      }
      long dropped = merge(heads, writer);
      writer.end();
      return dropped;
    } finally {
      heads.forEach(Head::close);
    }
  }

  private long merge(List<Head<T>> heads, RecordWriter<T> writer) {
    PriorityQueue<Head<T>> queue =
        new PriorityQueue<>(
            Comparator.<Head<T>, String>comparing(head -> head.key)
                .thenComparingInt(head -> head.age));
    heads.stream().filter(Head::advance).forEach(queue::add);
    long dropped = 0;
    while (!queue.isEmpty()) {
      Head<T> head = queue.poll();
      String key = head.key;
      T value = head.value;
      if (head.advance()) {
        queue.add(head);
      }
      if (!queue.isEmpty() && queue.peek().key.equals(key)) {
        dropped++;
      } else {
        writer.write(value);
      }
    }
    return dropped;
  }

  /** The next record of one file. */
  private static final class Head<T> {
    private final RecordReader<T> reader;
    private final RowFormat<T> codec;
    private final int age;
    private T value;
    private String key;

    Head(RecordReader<T> reader, RowFormat<T> codec, int age) {
      this.reader = reader;
      this.codec = codec;
      this.age = age;
    }

    boolean advance() {
      if (!reader.hasNext()) {
        return false;
      }
      value = reader.next();
      key = codec.key(value);
      return true;
    }

    void close() {
      reader.close();
    }
  }
}
