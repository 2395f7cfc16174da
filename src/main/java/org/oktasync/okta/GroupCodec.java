package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalLong;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.spool.SpoolCodec;
import org.oktasync.spool.SpoolText;

/** Stores groups by their id. */
final class GroupCodec implements SpoolCodec<SourceGroup> {
  private static final long NOT_STATED = -1;

  @Override
  public String key(SourceGroup group) {
    return group.id().value();
  }

  @Override
  public void write(SourceGroup group, DataOutput out) throws IOException {
    SpoolText.write(group.id().value(), out);
    SpoolText.write(group.type(), out);
    SpoolText.write(group.name(), out);
    SpoolText.write(group.description(), out);
    out.writeLong(group.statedMembers().orElse(NOT_STATED));
  }

  @Override
  public SourceGroup read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(SpoolText.read(in));
    String type = SpoolText.read(in);
    String name = SpoolText.read(in);
    String description = SpoolText.read(in);
    long stated = in.readLong();
    return new SourceGroup(
        id,
        type,
        name,
        description,
        stated == NOT_STATED ? OptionalLong.empty() : OptionalLong.of(stated));
  }
}
