package org.oktasync.web.rest;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** An answer, as a client sees it. */
final class Answered {
  private final Response response;

  private Answered(Response response) {
    this.response = response;
  }

  /** The answer, which must have this status. */
  static Answered with(int status, Response response) {
    assertEquals(String.valueOf(response.getEntity()), status, response.getStatus());
    return new Answered(response);
  }

  /** The JSON body. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value at a JSON pointer, as text; {@code "null"} and empty stay told apart. */
  String at(String pointer) {
    JsonNode value = json().at(pointer);
    return value.isMissingNode() ? "(missing)" : value.asText();
  }

  /** One field of each value of a list. */
  List<String> values(String field) {
    List<String> found = new ArrayList<>();
    json().get("values").forEach(value -> found.add(value.path(field).asText()));
    return found;
  }

  /** The errors, each as {@code field: code}. */
  List<String> errors() {
    List<String> found = new ArrayList<>();
    json()
        .get("errors")
        .forEach(
            error -> found.add(error.get("field").asText() + ": " + error.get("code").asText()));
    return found;
  }

  /** The body as text, streamed or not. */
  String text() {
    if (response.getEntity() instanceof StreamingOutput stream) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        stream.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
    return String.valueOf(response.getEntity());
  }

  String header(String name) {
    return response.getHeaderString(name);
  }
}
