package org.oktasync.okta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads events of the System Log; their targets are told apart by type, never by place. */
final class LogEventParser implements RecordParser<LogEvent> {
  private static final String USER = "User";
  private static final Set<String> BY_OWNER =
      Set.of(
          ThingEvent.DEVICE_ENROLLED.code(),
          ThingEvent.DEVICE_USER_ADDED.code(),
          ThingEvent.DEVICE_USER_REMOVED.code());

  @Override
  public LogEvent parse(JsonParser json) throws IOException {
    Draft draft = new Draft();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "published" -> draft.published = JsonValues.text(json);
        case "uuid" -> draft.uuid = JsonValues.text(json);
        case "eventType" -> draft.type = JsonValues.text(json);
        case "outcome" -> readOutcome(json, draft);
        case "actor" -> draft.actor = readActor(json);
        case "target" -> readTargets(json, draft);
        default -> json.skipChildren();
      }
    }
    return draft.uuid == null || draft.type == null ? null : draft.event();
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

  /** Who did it, if that is a person; else null. */
  private static String readActor(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return null;
    }
    LogEvent.Target actor = readParty(json);
    return actor != null && actor.type().equals(USER) ? actor.id() : null;
  }

  private static void readTarget(JsonParser json, Draft draft) throws IOException {
    LogEvent.Target target = readParty(json);
    if (target == null) {
      return;
    } else if (target.type().equals(USER)) {
      draft.users.add(target.id());
    } else if (target.type().equals("UserGroup")) {
      draft.groups.add(target.id());
    } else {
      draft.others.add(target);
    }
  }

  /** Null when it has no id or no type. */
  private static LogEvent.Target readParty(JsonParser json) throws IOException {
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
    return id == null || type == null ? null : new LogEvent.Target(type, id);
  }

  /** An event that is being read. */
  private static final class Draft {
    private String published;
    private String uuid;
    private String type;
    private String actor;
    private boolean succeeded = true;
    private final List<String> users = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<LogEvent.Target> others = new ArrayList<>();

    private LogEvent event() {
      String at = published == null ? "" : published;
      return new LogEvent(at, uuid, type, succeeded, users(), groups, others);
    }

    /** People enroll devices of their own, and Okta does not promise to name them as targets. */
    private List<String> users() {
      boolean byOwner = users.isEmpty() && actor != null && BY_OWNER.contains(type);
      return byOwner ? List.of(actor) : users;
    }
  }
}
