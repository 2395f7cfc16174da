package org.oktasync.apply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/**
 * Links of one kind of one connection by the id of their source object, packed: a hundred thousand
 * take about ten megabytes, a fifth of what they take as objects. A link that is replaced leaves
 * its old bytes behind, for the length of a run. For one thread.
 */
final class LinkTable {
  private static final int FIRST_SLOTS = 64;
  private static final int FIRST_BYTES = 4_096;

  /** Neither free, so that a search goes on behind it, nor a link. */
  private static final int RELEASED = -1;

  private final long connectionId;
  private final EntityKind kind;

  /** Where a link begins in the bytes, plus one; 0 when the slot is free. */
  private int[] slots = new int[FIRST_SLOTS];

  private int taken;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int used;

  LinkTable(long connectionId, EntityKind kind) {
    this.connectionId = connectionId;
    this.kind = kind;
  }

  /** The link of a source object; null when there is none. */
  Link get(ExternalId id) {
    int slot = slotOf(id.value().getBytes(StandardCharsets.UTF_8));
    return slots[slot] > 0 ? linkAt(slots[slot] - 1) : null;
  }

  /** Adds a link, or replaces the one of the same source object. */
  void put(Link link) {
    byte[] id = link.externalId().value().getBytes(StandardCharsets.UTF_8);
    int slot = slotOf(id);
    if (slots[slot] == 0 && ++taken > slots.length / 2) {
      grow();
      slot = slotOf(id);
    }
    slots[slot] = write(link, id) + 1;
  }

  /** Takes the link of a source object out, if there is one. */
  void remove(ExternalId id) {
    int slot = slotOf(id.value().getBytes(StandardCharsets.UTF_8));
    if (slots[slot] > 0) {
      slots[slot] = RELEASED;
    }
  }

  /** Calls with every link, in no order. */
  void forEach(Consumer<Link> each) {
    for (int slot : slots) {
      if (slot > 0) {
        each.accept(linkAt(slot - 1));
      }
    }
  }

  /** The slot of an id, or the free one where it would stand. */
  private int slotOf(byte[] id) {
    int hash = Arrays.hashCode(id);
    int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
    while (slots[slot] != 0 && !(slots[slot] > 0 && holds(slots[slot] - 1, id))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean holds(int at, byte[] id) {
    int length = ByteBuffer.wrap(bytes).getInt(at);
    return Arrays.equals(bytes, at + 4, at + 4 + length, id, 0, id.length);
  }

  private void grow() {
    int[] before = slots;
    slots = new int[before.length * 2];
    taken = 0;
    for (int slot : before) {
      if (slot > 0) {
        slots[slotOf(text(ByteBuffer.wrap(bytes).position(slot - 1)))] = slot;
        taken++;
      }
    }
    taken++;
  }

  private int write(Link link, byte[] id) {
    byte[] name = link.name().getBytes(StandardCharsets.UTF_8);
    byte[] key = link.userKey().getBytes(StandardCharsets.UTF_8);
    int length = 12 + id.length + name.length + key.length + 16 + 12 + 3;
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length + bytes.length / 2));
    }
    int at = used;
    ByteBuffer out = ByteBuffer.wrap(bytes).position(at);
    out.putInt(id.length).put(id).putInt(name.length).put(name).putInt(key.length).put(key);
    out.putLong(link.id()).putLong(link.directoryId());
    Instant deactivated = link.deactivatedAt();
    out.putLong(deactivated == null ? Long.MIN_VALUE : deactivated.getEpochSecond());
    out.putInt(deactivated == null ? 0 : deactivated.getNano());
    out.put((byte) link.origin().ordinal());
    out.put((byte) (link.keepUnownedMembers() ? 1 : 0));
    out.put((byte) (link.namedByAdministrator() ? 1 : 0));
    used = out.position();
    return at;
  }

  private Link linkAt(int at) {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(at);
    ExternalId id = new ExternalId(new String(text(in), StandardCharsets.UTF_8));
    String name = new String(text(in), StandardCharsets.UTF_8);
    String key = new String(text(in), StandardCharsets.UTF_8);
    long row = in.getLong();
    long directory = in.getLong();
    long second = in.getLong();
    int nano = in.getInt();
    Link.Origin origin = Link.Origin.values()[in.get()];
    boolean keeps = in.get() == 1;
    boolean named = in.get() == 1;
    Instant deactivated = second == Long.MIN_VALUE ? null : Instant.ofEpochSecond(second, nano);
    return new Link(
        row, connectionId, kind, id, directory, name, key, origin, keeps, named, deactivated);
  }

  private static byte[] text(ByteBuffer in) {
    byte[] text = new byte[in.getInt()];
    in.get(text);
    return text;
  }
}
