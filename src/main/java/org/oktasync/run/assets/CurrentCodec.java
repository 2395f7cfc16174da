package org.oktasync.run.assets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.model.assets.AssetsObject;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.plan.assets.CurrentObject;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Stores objects of Assets in the order of the keys by which they are compared. */
final class CurrentCodec implements RowFormat<CurrentObject> {
  @Override
  public String key(CurrentObject current) {
    return current.key() + '\u0000' + current.object().id();
  }

  @Override
  public void write(CurrentObject current, DataOutput out) throws IOException {
    AssetsObject object = current.object();
    RowText.write(current.key(), out);
    RowText.write(object.id(), out);
    RowText.write(object.objectKey(), out);
    RowText.write(object.typeId(), out);
    RowText.write(object.label(), out);
    out.writeInt(object.values().size());
    for (Map.Entry<String, List<AttributeValue>> entry : object.values().entrySet()) {
      RowText.write(entry.getKey(), out);
      out.writeInt(entry.getValue().size());
      for (AttributeValue value : entry.getValue()) {
        RowText.write(value.text(), out);
        RowText.write(value.reference(), out);
      }
    }
  }

  @Override
  public CurrentObject read(DataInput in) throws IOException {
    String key = RowText.read(in);
    String id = RowText.read(in);
    String objectKey = RowText.read(in);
    String typeId = RowText.read(in);
    String label = RowText.read(in);
    Map<String, List<AttributeValue>> values = new HashMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      values.put(RowText.read(in), readValues(in));
    }
    return new CurrentObject(key, new AssetsObject(id, objectKey, typeId, label, values));
  }

  private static List<AttributeValue> readValues(DataInput in) throws IOException {
    int size = in.readInt();
    List<AttributeValue> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(new AttributeValue(RowText.read(in), RowText.read(in)));
    }
    return values;
  }
}
