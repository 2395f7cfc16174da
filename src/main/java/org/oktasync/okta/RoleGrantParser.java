package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.oktasync.model.SourceValue;

/** Reads the admin roles of a person or a group; one without a type cannot be told. */
final class RoleGrantParser implements RecordParser<RoleGrant> {
  private final AttributeTree attributes =
      AttributeTree.of(List.of("id", "type", "role", "label", "status"));

  @Override
  public RoleGrant parse(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = attributes.read(json);
    String type = text(kept, "type");
    if (type.isBlank()) {
      return null;
    }
    String role = or(text(kept, "role"), type);
    boolean active = !text(kept, "status").equals("INACTIVE");
    return new RoleGrant(
        or(text(kept, "id"), role), role, or(text(kept, "label"), role), type, active);
  }

  private static String or(String text, String other) {
    return text.isBlank() ? other : text;
  }

  private static String text(Map<String, SourceValue> kept, String path) {
    SourceValue value = kept.get(path);
    return value == null ? "" : value.text();
  }
}
