package org.oktasync.okta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.SourceValue;
import org.oktasync.rows.RowText;

/** Stores source values, each behind a letter for its kind. */
final class ValueCodec {
  private ValueCodec() {}

  static void write(SourceValue value, DataOutput out) throws IOException {
    if (value instanceof SourceValue.Text text) {
      out.writeByte('t');
      RowText.write(text.value(), out);
    } else if (value instanceof SourceValue.Number number) {
      out.writeByte('n');
      RowText.write(number.value().toString(), out);
    } else if (value instanceof SourceValue.Flag flag) {
      out.writeByte(flag.value() ? 'y' : 'f');
    } else if (value instanceof SourceValue.Items items) {
      out.writeByte('i');
      out.writeInt(items.values().size());
      for (SourceValue item : items.values()) {
        write(item, out);
      }
    } else if (value instanceof SourceValue.Fields fields) {
      writeFields(fields.values(), out);
    }
  }

  static SourceValue read(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 't' -> new SourceValue.Text(RowText.read(in));
      case 'n' -> new SourceValue.Number(new BigDecimal(RowText.read(in)));
      case 'y' -> new SourceValue.Flag(true);
      case 'f' -> new SourceValue.Flag(false);
      case 'i' -> readItems(in);
      case 'o' -> readFields(in);
      default -> throw new IOException("no kind of value: " + kind);
    };
  }

  private static void writeFields(Map<String, SourceValue> fields, DataOutput out)
      throws IOException {
    out.writeByte('o');
    out.writeInt(fields.size());
    for (Map.Entry<String, SourceValue> field : fields.entrySet()) {
      RowText.write(field.getKey(), out);
      write(field.getValue(), out);
    }
  }

  private static SourceValue readItems(DataInput in) throws IOException {
    int size = in.readInt();
    List<SourceValue> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(read(in));
    }
    return new SourceValue.Items(items);
  }

  private static SourceValue readFields(DataInput in) throws IOException {
    int size = in.readInt();
    Map<String, SourceValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      fields.put(RowText.read(in), read(in));
    }
    return new SourceValue.Fields(fields);
  }
}
