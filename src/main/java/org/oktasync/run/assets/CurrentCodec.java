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
import org.oktasync.spool.SpoolCodec;
import org.oktasync.spool.SpoolText;

/** Stores objects of Assets in the order of the keys by which they are compared. */
final class CurrentCodec implements SpoolCodec<CurrentObject> {
  @Override
  public String key(CurrentObject current) {
    return current.key() + '\u0000' + current.object().id();
  }

  @Override
  public void write(CurrentObject current, DataOutput out) throws IOException {
    AssetsObject object = current.object();
    SpoolText.write(current.key(), out);
    SpoolText.write(object.id(), out);
    SpoolText.write(object.objectKey(), out);
    SpoolText.write(object.typeId(), out);
    SpoolText.write(object.label(), out);
    out.writeInt(object.values().size());
    for (Map.Entry<String, List<AttributeValue>> entry : object.values().entrySet()) {
      SpoolText.write(entry.getKey(), out);
      out.writeInt(entry.getValue().size());
      for (AttributeValue value : entry.getValue()) {
        SpoolText.write(value.text(), out);
        SpoolText.write(value.reference(), out);
      }
    }
  }

  @Override
  public CurrentObject read(DataInput in) throws IOException {
    String key = SpoolText.read(in);
    String id = SpoolText.read(in);
    String objectKey = SpoolText.read(in);
    String typeId = SpoolText.read(in);
    String label = SpoolText.read(in);
    Map<String, List<AttributeValue>> values = new HashMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      values.put(SpoolText.read(in), readValues(in));
    }
    return new CurrentObject(key, new AssetsObject(id, objectKey, typeId, label, values));
  }

  private static List<AttributeValue> readValues(DataInput in) throws IOException {
    int size = in.readInt();
    List<AttributeValue> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(new AttributeValue(SpoolText.read(in), SpoolText.read(in)));
    }
    return values;
  }
}
