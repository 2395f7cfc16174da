package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads events of the System Log; their targets are told apart by type, never by place. */
final class LogEventParser implements RecordParser<LogEvent> {
  @Override
  public LogEvent parse(JsonParser json) throws IOException {
    Draft draft = new Draft();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "uuid" -> draft.uuid = JsonValues.text(json);
        case "eventType" -> draft.type = JsonValues.text(json);
        case "outcome" -> readOutcome(json, draft);
        case "target" -> readTargets(json, draft);
        default -> json.skipChildren();
      }
    }
    return draft.uuid == null || draft.type == null
        ? null
        : new LogEvent(draft.uuid, draft.type, draft.succeeded, draft.users, draft.groups);
  }

  /** An event that says nothing of its outcome happened. */
  private static void readOutcome(JsonParser json, Draft draft) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean result = json.currentName().equals("result");
      json.nextToken();
      if (result) {
        draft.succeeded = "SUCCESS".equals(JsonValues.text(json));
      } else {
        json.skipChildren();
      }
    }
  }

  private static void readTargets(JsonParser json, Draft draft) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      readTarget(json, draft);
    }
  }

  private static void readTarget(JsonParser json, Draft draft) throws IOException {
    String id = null;
    String type = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = JsonValues.text(json);
        case "type" -> type = JsonValues.text(json);
        default -> json.skipChildren();
      }
    }
    if (id != null && "User".equals(type)) {
      draft.users.add(id);
    } else if (id != null && "UserGroup".equals(type)) {
      draft.groups.add(id);
    }
  }

  /** An event that is being read. */
  private static final class Draft {
    private String uuid;
    private String type;
    private boolean succeeded = true;
    private final List<String> users = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
  }
}
