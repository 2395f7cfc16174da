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
import org.oktasync.spool.SpoolCodec;
import org.oktasync.spool.SpoolText;

/** Stores wanted objects in the order of their keys, those of one key by source id. */
final class DesiredCodec implements SpoolCodec<DesiredObject> {
  @Override
  public String key(DesiredObject desired) {
    return NameFolding.fold(desired.object().key()) + '\u0000' + desired.sourceId().value();
  }

  @Override
  public void write(DesiredObject desired, DataOutput out) throws IOException {
    SpoolText.write(desired.sourceId().value(), out);
    SpoolText.write(desired.object().key(), out);
    SpoolMaps.write(desired.object().values(), out);
    SpoolMaps.write(desired.object().references(), out);
    SpoolMaps.write(desired.uncertain(), out);
    out.writeInt(desired.object().problems().size());
    for (MappingProblem problem : desired.object().problems()) {
      SpoolText.write(problem.code(), out);
      SpoolText.write(problem.detail(), out);
    }
  }

  @Override
  public DesiredObject read(DataInput in) throws IOException {
    ExternalId id = new ExternalId(SpoolText.read(in));
    String key = SpoolText.read(in);
    Map<String, List<String>> values = SpoolMaps.readLists(in);
    Map<String, List<String>> references = SpoolMaps.readLists(in);
    Set<String> uncertain = Set.copyOf(SpoolMaps.readTexts(in));
    List<MappingProblem> problems = new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      problems.add(new MappingProblem(SpoolText.read(in), SpoolText.read(in)));
    }
    return new DesiredObject(id, new MappedObject(key, values, references, problems), uncertain);
  }
}
