package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;

/** Reads groups, and when their members last changed. */
final class ChangedGroupParser implements RecordParser<ChangedGroup> {
  private static final String MEMBERS_CHANGED = "lastMembershipUpdated";

  private final AttributeTree attributes = AttributeTree.of(paths());

  private static List<String> paths() {
    List<String> paths = new ArrayList<>(GroupParser.PATHS);
    paths.add(MEMBERS_CHANGED);
    return paths;
  }

  @Override
  public ChangedGroup parse(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = attributes.read(json);
    SourceGroup group = GroupParser.group(kept);
    SourceValue changed = kept.get(MEMBERS_CHANGED);
    return group == null ? null : new ChangedGroup(group, changed == null ? "" : changed.text());
  }
}
