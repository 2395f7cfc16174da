package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.SourceValue;

/** Reads users of an application. */
final class AppUserParser implements RecordParser<AppUser> {
  /** Statuses of people whom the application knows, and who were not or are no longer assigned. */
  private static final Set<String> WITHOUT_USE =
      Set.of("DEPROVISIONED", "IMPORTED", "INACTIVE", "MATCHED", "REVOKED", "UNASSIGNED");

  private final AttributeTree attributes = AttributeTree.of(List.of("id", "status"));

  @Override
  public AppUser parse(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = attributes.read(json);
    String id = text(kept.get("id"));
    return id.isBlank() ? null : new AppUser(id, mayUse(text(kept.get("status"))));
  }

  /** Whether somebody of this status may use the application, or will once it is provisioned. */
  static boolean mayUse(String status) {
    return !WITHOUT_USE.contains(status);
  }

  private static String text(SourceValue value) {
    return value == null ? "" : value.text();
  }
}
