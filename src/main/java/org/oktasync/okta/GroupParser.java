package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceGroup;
import org.oktasync.model.SourceValue;

/** Reads groups, with the number of members where the server states it. */
final class GroupParser implements RecordParser<SourceGroup> {
  private static final String ID = "id";
  private static final String TYPE = "type";
  private static final String NAME = "profile.name";
  private static final String DESCRIPTION = "profile.description";
  private static final String MEMBERS = "_embedded.stats.usersCount";

  /** The attributes that {@link #group} needs. */
  static final List<String> PATHS = List.of(ID, TYPE, NAME, DESCRIPTION, MEMBERS);

  private final AttributeTree attributes = AttributeTree.of(PATHS);

  @Override
  public SourceGroup parse(JsonParser json) throws IOException {
    return group(attributes.read(json));
  }

  /** The group of these attributes; null when it has no id. */
  static SourceGroup group(Map<String, SourceValue> kept) {
    String id = text(kept, ID);
    return id.isBlank()
        ? null
        : new SourceGroup(
            new ExternalId(id),
            text(kept, TYPE),
            text(kept, NAME),
            text(kept, DESCRIPTION),
            count(kept.get(MEMBERS)));
  }

  private static String text(Map<String, SourceValue> kept, String path) {
    SourceValue value = kept.get(path);
    return value == null ? "" : value.text();
  }

  private static OptionalLong count(SourceValue value) {
    return value instanceof SourceValue.Number number && number.value().signum() >= 0
        ? OptionalLong.of(number.value().longValue())
        : OptionalLong.empty();
  }
}
