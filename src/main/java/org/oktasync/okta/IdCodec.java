package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.oktasync.spool.SpoolCodec;
import org.oktasync.spool.SpoolText;

/** Stores ids. */
final class IdCodec implements SpoolCodec<String> {
  @Override
  public String key(String id) {
    return id;
  }

  @Override
  public void write(String id, DataOutput out) throws IOException {
    SpoolText.write(id, out);
  }

  @Override
  public String read(DataInput in) throws IOException {
    return SpoolText.read(in);
  }
}
