package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalLong;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Stores groups by their id. */
final class GroupCodec implements RowFormat<SourceGroup> {
  private static final long NOT_STATED = -1;

  @Override
  public String key(SourceGroup group) {
    return group.id().value();
  }

  @Override
  public void write(SourceGroup group, DataOutput out) throws IOException {
    RowText.write(group.id().value(), out);
    RowText.write(group.type(), out);
    RowText.write(group.name(), out);
    RowText.write(group.description(), out);
    out.writeLong(group.statedMembers().orElse(NOT_STATED));
  }

  @Override
  public SourceGroup read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    String type = RowText.read(in);
    String name = RowText.read(in);
    String description = RowText.read(in);
    long stated = in.readLong();
    return new SourceGroup(
        id,
        type,
        name,
        description,
        stated == NOT_STATED ? OptionalLong.empty() : OptionalLong.of(stated));
  }
}
