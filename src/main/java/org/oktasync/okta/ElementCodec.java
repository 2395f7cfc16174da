package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.oktasync.model.SourceValue;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;
import org.oktasync.source.SourceElement;

/** Stores the objects of a list by id and position; those without an id stand behind all others. */
final class ElementCodec implements RowFormat<SourceElement> {
  private static final String LAST = "\uffff";

  @Override
  public String key(SourceElement element) {
    String id = element.id().isEmpty() ? LAST : element.id();
    return id + '\0' + String.format(Locale.ROOT, "%019d", element.position());
  }

  @Override
  public void write(SourceElement element, DataOutput out) throws IOException {
    out.writeLong(element.position());
    RowText.write(element.id(), out);
    ValueCodec.write(element.value(), out);
  }

  @Override
  public SourceElement read(DataInput in) throws IOException {
    long position = in.readLong();
    String id = RowText.read(in);
    return new SourceElement(position, id, (SourceValue.Fields) ValueCodec.read(in));
  }
}
