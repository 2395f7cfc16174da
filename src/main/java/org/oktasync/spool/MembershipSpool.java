package org.oktasync.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.Cursor;
import org.oktasync.rows.RowText;

/**
 * The members of many groups in one file: sorted ids, group after group, and in memory only where
 * each group begins. Safe for use by many threads.
 */
public final class MembershipSpool implements AutoCloseable {
  private record Slice(long offset, int count) {}

  private final Path file;
  private final DataOutputStream out;
  private final Map<String, Slice> index = new HashMap<>();
  private long end;
  private long memberships;

  /** An empty spool with a file in this folder, which owns it. */
  public MembershipSpool(SpoolFolder folder) {
    this.file = folder.newFile("members");
    try {
      this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }

  /**
   * Stores the members of a group, which must not be stored yet.
   *
   * @param members ids without repeats, in any order
   */
  public synchronized void put(String group, Collection<String> members) {
    if (index.containsKey(group)) {
      throw new IllegalArgumentException("the members of " + group + " are stored already");
    }
    String[] sorted = members.toArray(String[]::new);
    Arrays.sort(sorted);
    try {
      long begin = end;
      for (String member : sorted) {
        end += RowText.write(member, out);
      }
      index.put(group, new Slice(begin, sorted.length));
      memberships += sorted.length;
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
  }

  /** The number of memberships in all groups. */
  public synchronized long size() {
    return memberships;
  }

  /** The members of a group in ascending order; empty when none were stored. */
  public Cursor<String> members(String group) {
    Slice slice = flushedSlice(group);
    return slice == null || slice.count() == 0 ? Cursor.over(List.of()) : open(slice);
  }

  private synchronized Slice flushedSlice(String group) {
    try {
      out.flush();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot write " + file, e);
    }
    return index.get(group);
  }

  private Cursor<String> open(Slice slice) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      channel.position(slice.offset());
      return new SliceCursor(
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel))),
          slice.count(),
          file);
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot read " + file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw SpoolFolder.failure("cannot close " + file, e);
    }
  }
}
