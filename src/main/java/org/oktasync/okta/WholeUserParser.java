package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

/** Reads a person with every attribute, but for what is no attribute of a person. */
final class WholeUserParser implements RecordParser<SourceUser> {
  static final WholeUserParser INSTANCE = new WholeUserParser();

  private static final Set<String> LEFT_OUT = Set.of("credentials", "_links", "_embedded");

  @Override
  public SourceUser parse(JsonParser json) throws IOException {
    SourceValue.Fields read = (SourceValue.Fields) JsonValues.read(json);
    SourceRecord attributes = new SourceRecord(flat(read, LEFT_OUT));
    String id = attributes.text("id");
    return id.isBlank()
        ? null
        : new SourceUser(new ExternalId(id), attributes.text("status"), attributes);
  }

  /** The fields of an object by their dotted paths, but for some of its outermost ones. */
  static Map<String, SourceValue> flat(SourceValue.Fields object, Set<String> leftOut) {
    Map<String, SourceValue> found = new HashMap<>();
    object
        .values()
        .forEach(
            (name, value) -> {
              if (!leftOut.contains(name)) {
                add(name, value, found);
              }
            });
    return found;
  }

  /** Objects are taken apart into their fields, as mappings name them. */
  private static void add(String path, SourceValue value, Map<String, SourceValue> found) {
    if (value instanceof SourceValue.Fields fields) {
      fields.values().forEach((name, inner) -> add(path + "." + name, inner, found));
    } else {
      found.put(path, value);
    }
  }
}
