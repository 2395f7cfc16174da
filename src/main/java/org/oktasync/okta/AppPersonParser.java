package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oktasync.model.ExternalId;
import org.oktasync.model.SourceRecord;
import org.oktasync.model.SourceUser;
import org.oktasync.model.SourceValue;

/** Reads users of an application together with the person whom each of them is. */
final class AppPersonParser implements RecordParser<AppPerson> {
  /** Where the application's own attributes stand beside those of the person. */
  static final String IN_APP = "appUser.";

  private static final String PERSON = "_embedded.user.";

  private final AttributeTree attributes;

  /**
   * @param paths dotted paths of the attributes to keep
   */
  AppPersonParser(Set<String> paths) {
    List<String> wanted = new ArrayList<>(List.of("id", "status", UserParser.CHANGED));
    for (String path : paths) {
      wanted.add(path.startsWith(IN_APP) ? path.substring(IN_APP.length()) : PERSON + path);
    }
    attributes = AttributeTree.of(wanted);
  }

  @Override
  public AppPerson parse(JsonParser json) throws IOException {
    Map<String, SourceValue> kept = attributes.read(json);
    String id = text(kept.get("id"));
    if (id.isBlank()) {
      return null;
    }
    Map<String, SourceValue> values = new HashMap<>();
    kept.forEach(
        (path, value) -> {
          if (path.startsWith(PERSON)) {
            values.put(path.substring(PERSON.length()), value);
          } else {
            values.put(IN_APP + path, value);
          }
        });
    values.put(UserParser.CHANGED, later(values));
    SourceRecord record = new SourceRecord(values);
    boolean whole = values.containsKey("id");
    boolean mayUse = AppUserParser.mayUse(text(kept.get("status")));
    return new AppPerson(
        new SourceUser(new ExternalId(id), record.text("status"), record), mayUse, whole);
  }

  /** When the person or their attributes in the application changed. */
  private static SourceValue later(Map<String, SourceValue> values) {
    SourceValue none = new SourceValue.Text("");
    SourceValue person = values.getOrDefault(UserParser.CHANGED, none);
    SourceValue inApp = values.getOrDefault(IN_APP + UserParser.CHANGED, none);
    // Both are written by Okta as ISO 8601 in UTC, to the millisecond.
    return person.text().compareTo(inApp.text()) >= 0 ? person : inApp;
  }

  private static String text(SourceValue value) {
    return value == null ? "" : value.text();
  }
}
