package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Stores people by their id. */
final class UserCodec implements RowFormat<SourceUser> {
  @Override
  public String key(SourceUser user) {
    return user.id().value();
  }

  @Override
  public void write(SourceUser user, DataOutput out) throws IOException {
    RowText.write(user.id().value(), out);
    RowText.write(user.status(), out);
    Map<String, SourceValue> values = user.attributes().values();
    out.writeInt(values.size());
    for (Map.Entry<String, SourceValue> entry : values.entrySet()) {
      RowText.write(entry.getKey(), out);
      ValueCodec.write(entry.getValue(), out);
    }
  }

  @Override
  public SourceUser read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    String status = RowText.read(in);
    int size = in.readInt();
    Map<String, SourceValue> values = new HashMap<>();
    for (int i = 0; i < size; i++) {
      values.put(RowText.read(in), ValueCodec.read(in));
    }
    return new SourceUser(id, status, new SourceRecord(values));
  }
}
