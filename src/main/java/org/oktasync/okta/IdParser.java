package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the id of an object and passes over the rest. */
final class IdParser implements RecordParser<String> {
  @Override
  public String parse(JsonParser json) throws IOException {
    String id = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isId = json.currentName().equals("id");
      json.nextToken();
      if (isId) {
        id = JsonValues.text(json);
      } else {
        json.skipChildren();
      }
    }
    return id == null || id.isBlank() ? null : id;
  }
}
