package org.oktasync.run.assets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.mapping.MappingProblem;
import org.oktasync.mapping.assets.MappedObject;
import org.oktasync.model.ExternalId;
import org.oktasync.model.NameFolding;
import org.oktasync.plan.assets.DesiredObject;
import org.oktasync.rows.RowFormat;
import org.oktasync.rows.RowText;

/** Stores wanted objects in the order of their keys, those of one key by source id. */
final class DesiredCodec implements RowFormat<DesiredObject> {
  @Override
  public String key(DesiredObject desired) {
    return NameFolding.fold(desired.object().key()) + '\u0000' + desired.sourceId().value();
  }

  @Override
  public void write(DesiredObject desired, DataOutput out) throws IOException {
    RowText.write(desired.sourceId().value(), out);
    RowText.write(desired.object().key(), out);
    SpoolMaps.write(desired.object().values(), out);
    SpoolMaps.write(desired.object().references(), out);
    SpoolMaps.write(desired.uncertain(), out);
    out.writeInt(desired.object().problems().size());
    for (MappingProblem problem : desired.object().problems()) {
      RowText.write(problem.code(), out);
      RowText.write(problem.detail(), out);
    }
  }

  @Override
  public DesiredObject read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(RowText.read(in));
    String key = RowText.read(in);
    Map<String, List<String>> values = SpoolMaps.readLists(in);
    Map<String, List<String>> references = SpoolMaps.readLists(in);
    Set<String> uncertain = Set.copyOf(SpoolMaps.readTexts(in));
    List<MappingProblem> problems = new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      problems.add(new MappingProblem(RowText.read(in), RowText.read(in)));
    }
    return new DesiredObject(id, new MappedObject(key, values, references, problems), uncertain);
  }
}
