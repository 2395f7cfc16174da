package org.oktasync.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.oktasync.record.JournalEntry;
import org.oktasync.record.JournalPage;
import org.oktasync.record.Page;

/** Answers as JSON text. What administrators see is not for any cache to keep. */
final class JsonAnswer {
  /** The media type of every answer but the downloads. */
  static final String TYPE = "application/json";

  private JsonAnswer() {}

  /** A new, empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** 200 with a body. */
  static Response ok(JsonNode body) {
    return of(200, body).build();
  }

  /** 201 with what was made. */
  static Response created(JsonNode body) {
    return of(201, body).build();
  }

  /** 202 with the id of a run that goes on by itself. */
  static Response accepted(long runId) {
    return of(202, object().put("id", runId)).build();
  }

  /** 204, when there is nothing to tell. */
  static Response done() {
    return Response.status(204).build();
  }

  /** Any status with a body, to be added to. */
  static ResponseBuilder of(int status, JsonNode body) {
    return Response.status(status)
        .entity(body.toString())
        .type(TYPE)
        .header("Cache-Control", "no-store");
  }

  /** The envelope of every list. */
  static <T> ObjectNode list(Page<T> page, Function<T, ? extends JsonNode> json) {
    ObjectNode list = object().put("total", page.total()).put("start", page.start());
    ArrayNode values = list.putArray("values");
    page.values().forEach(value -> values.add(json.apply(value)));
    return list;
  }

  /** The envelope of a list of changes, with the key of the next part. */
  static ObjectNode list(
      JournalPage page, ListQuery asked, Function<JournalEntry, ? extends JsonNode> json) {
    ObjectNode list = object();
    putTotal(list, page);
    list.put("start", asked.after().isEmpty() ? page.start() : null);
    ArrayNode values = list.putArray("values");
    page.values().forEach(value -> values.add(json.apply(value)));
    return list.put("next", orNull(page.next()));
  }

  /** How many there are in all, and whether that is a lower bound. */
  static void putTotal(ObjectNode list, JournalPage page) {
    list.put("total", page.total());
    if (page.totalIsAtLeast()) {
      list.put("totalIsAtLeast", true);
    }
  }

  /** ISO 8601 in UTC; null stays null. */
  static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Null for an empty text, which stands for nothing. */
  static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
