package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

/** Reads people, with the attributes that mappings use. */
final class UserParser implements RecordParser<SourceUser> {
  /** When the person came to be. */
  static final String CREATED = "created";

  /** When the person last changed. */
  static final String CHANGED = "lastUpdated";

  /** What every mapping may fall back to. */
  private static final Set<String> ALWAYS =
      Set.of(
          "profile.login",
          "profile.email",
          "profile.displayName",
          "profile.firstName",
          "profile.lastName");

  private final Set<String> paths;
  private final AttributeTree attributes;

  /**
   * @param paths dotted paths of the attributes to keep beside those that are always kept
   */
  UserParser(Set<String> paths) {
    Set<String> wanted = new HashSet<>(paths);
    wanted.addAll(ALWAYS);
    // Read for every person anyway, under these very names.
    wanted.add("id");
    wanted.add("status");
    wanted.add(CREATED);
    wanted.add(CHANGED);
    this.paths = Set.copyOf(wanted);
    this.attributes = AttributeTree.of(wanted);
  }

  /** The attributes that are kept. */
  Set<String> paths() {
    return paths;
  }

  @Override
  public SourceUser parse(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = attributes.read(json);
    String id = text(kept.get("id"));
    return id.isBlank()
        ? null
        : new SourceUser(new ExternalId(id), text(kept.get("status")), new SourceRecord(kept));
  }

  private static String text(SourceValue value) {
    return value == null ? "" : value.text();
  }
}
