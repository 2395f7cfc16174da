package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;

/** People of the source as JSON. */
final class SourceUserJson {
  private SourceUserJson() {}

  /** Who a person is. */
  static ObjectNode brief(SourceUser user) {
    SourceRecord attributes = user.attributes();
    return JsonAnswer.object()
        .put("id", user.id().value())
        .put("login", JsonAnswer.orNull(attributes.text("profile.login")))
        .put("email", JsonAnswer.orNull(attributes.text("profile.email")))
        .put("name", JsonAnswer.orNull(nameOf(attributes)))
        .put("status", user.status());
  }

  private static String nameOf(SourceRecord attributes) {
    String shown = attributes.text("profile.displayName").strip();
    String first = attributes.text("profile.firstName");
    String last = attributes.text("profile.lastName");
    return shown.isEmpty() ? (first + " " + last).strip() : shown;
  }

  /** A person with every attribute, by path. */
  static ObjectNode whole(SourceUser user) {
    ObjectNode json = brief(user);
    ObjectNode attributes = json.putObject("attributes");
    new TreeMap<>(user.attributes().values())
        .forEach((path, value) -> attributes.put(path, value.text()));
    return json;
  }
}
