package org.oktasync.rows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.oktasync.model.EntityKind;
import org.oktasync.model.ExternalId;
import org.oktasync.model.Link;

/** Links of one kind of one connection, by the id of their source object. */
public final class LinkFormat implements RowFormat<Link> {
  private final long connectionId;
  private final EntityKind kind;

  public LinkFormat(long connectionId, EntityKind kind) {
    this.connectionId = connectionId;
    this.kind = kind;
  }

  /** Links of people of one connection. */
  public static LinkFormat ofPeople(long connectionId) {
    return new LinkFormat(connectionId, EntityKind.USER);
  }

  @Override
  public String key(Link link) {
    return link.externalId().value();
  }

  @Override
  public void write(Link link, DataOutput out) throws IOException {
    RowText.write(link.externalId().value(), out);
    RowText.write(link.name(), out);
    RowText.write(link.userKey(), out);
    out.writeLong(link.id());
    out.writeLong(link.directoryId());
    write(link.deactivatedAt(), out);
    write(link.leavingSince(), out);
    out.writeByte(link.origin().ordinal());
    out.writeBoolean(link.keepUnownedMembers());
    out.writeBoolean(link.namedByAdministrator());
  }

  @Override
  public Link read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    String name = RowText.read(in);
    String key = RowText.read(in);
    long row = in.readLong();
    long directory = in.readLong();
    Instant deactivated = instant(in);
    Instant leaving = instant(in);
    Link.Origin origin = Link.Origin.values()[in.readByte()];
    boolean keeps = in.readBoolean();
    boolean named = in.readBoolean();
    return new Link(
        row,
        connectionId,
        kind,
        id,
        directory,
        name,
        key,
        origin,
        keeps,
        named,
        deactivated,
        leaving);
  }

  private static void write(Instant at, DataOutput out) throws IOException {
    out.writeLong(at == null ? Long.MIN_VALUE : at.getEpochSecond());
    out.writeInt(at == null ? 0 : at.getNano());
  }

  private static Instant instant(DataInput in) throws IOException {
    long second = in.readLong();
    int nano = in.readInt();
    return second == Long.MIN_VALUE ? null : Instant.ofEpochSecond(second, nano);
  }
}
