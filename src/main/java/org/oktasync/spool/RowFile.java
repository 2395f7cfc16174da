package org.oktasync.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Pieces of bytes in a file, each behind its length; written at the end alone, read anywhere. For
 * one thread.
 */
final class RowFile implements AutoCloseable {
  private static final int PENDING = 1 << 16;
  private static final int WINDOW = 1 << 12;

  private final Path path;
  private final FileChannel channel;

  /** What is not in the file yet. */
  private ByteBuffer pending = ByteBuffer.allocate(PENDING);

  /** Where the pending bytes will stand. */
  private long written;

  /** What was read last, for whoever reads on. */
  private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);

  private long windowStart;

  RowFile(Path path) {
    this.path = path;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot open " + path, e);
    }
  }

  /** Adds a piece, and answers where it begins. */
  long append(byte[] piece) {
    if (pending.remaining() < Integer.BYTES + piece.length) {
      flush(Integer.BYTES + piece.length);
    }
    long start = written + pending.position();
    pending.putInt(piece.length).put(piece);
    return start;
  }

  private void flush(int room) {
    pending.flip();
    try {
      while (pending.hasRemaining()) {
        written += channel.write(pending, written);
      }
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + path, e);
    }
    pending = room > pending.capacity() ? ByteBuffer.allocate(room) : pending.clear();
  }

  /**
   * The piece that begins there, between position and limit of a buffer that holds until the next
   * call.
   */
  ByteBuffer read(long start) {
    if (start >= written) {
      return piece(pending.duplicate().flip(), (int) (start - written));
    }
    return piece(covering(start, Integer.BYTES + length(start)), (int) (start - windowStart));
  }

  /** Where the piece behind the one that begins there begins. */
  long behind(long start) {
    return start + Integer.BYTES + length(start);
  }

  private int length(long start) {
    return start >= written
        ? pending.getInt((int) (start - written))
        : covering(start, Integer.BYTES).getInt((int) (start - windowStart));
  }

  private static ByteBuffer piece(ByteBuffer bytes, int at) {
    int begin = at + Integer.BYTES;
    return bytes.duplicate().limit(begin + bytes.getInt(at)).position(begin);
  }

  /** The window, with so many bytes from there. */
  private ByteBuffer covering(long start, int length) {
    if (start < windowStart || start + length > windowStart + window.limit()) {
      windowStart = start;
      window = length > window.capacity() ? ByteBuffer.allocate(length) : window.clear();
      window.limit((int) Math.min(window.capacity(), written - start));
      fill();
    }
    return window;
  }

  private void fill() {
    try {
      while (window.hasRemaining()) {
        if (channel.read(window, windowStart + window.position()) < 0) {
          throw new IOException("it ends too early");
        }
      }
      window.rewind();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot read " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot close " + path, e);
    }
  }
}
