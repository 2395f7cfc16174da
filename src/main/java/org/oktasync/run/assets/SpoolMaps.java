package org.oktasync.run.assets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oktasync.rows.RowText;

/** Lists of texts, and such lists by name, in spool files. */
final class SpoolMaps {
  private SpoolMaps() {}

  static void write(Collection<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      RowText.write(text, out);
    }
  }

  static List<String> readTexts(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(RowText.read(in));
    }
    return texts;
  }

  static void write(Map<String, List<String>> lists, DataOutput out) throws IOException {
    out.writeInt(lists.size());
    for (Map.Entry<String, List<String>> entry : lists.entrySet()) {
      RowText.write(entry.getKey(), out);
      write(entry.getValue(), out);
    }
  }

  static Map<String, List<String>> readLists(DataInput in) throws IOException {
    int size = in.readInt();
    Map<String, List<String>> lists = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      lists.put(RowText.read(in), readTexts(in));
    }
    return lists;
  }
}
