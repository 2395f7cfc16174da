package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Stores ids. */
final class IdCodec implements RowFormat<String> {
  @Override
  public String key(String id) {
    return id;
  }

  @Override
  public void write(String id, DataOutput out) throws IOException {
    RowText.write(id, out);
  }

  @Override
  public String read(DataInput in) throws IOException {
    return RowText.read(in);
  }
}
