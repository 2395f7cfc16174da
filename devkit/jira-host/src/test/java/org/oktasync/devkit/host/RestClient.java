package org.oktasync.devkit.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the stand-in over HTTP with what a script would send. */
public final class RestClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  /**
   * @param authorization null for none
   */
  public RestClient(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** What came back. */
  public record Answer(int status, String text, HttpResponse<String> response) {
    /** Fails unless the call was refused like this, whatever the body is. */
    public void refused(int wanted) {
      is(wanted);
    }

    /** Fails unless the status is as expected, whatever the body is. */
    public void is(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + status + ": " + text);
      }
    }

    /** The body, once the status is as expected. */
    public JsonNode expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + status + ": " + text);
      }
      try {
        return JSON.readTree(text.isEmpty() ? "{}" : text);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + text, e);
      }
    }
  }

  /** Calls any path below the context. */
  public Answer call(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request);
  }

  private Answer send(HttpRequest.Builder request) {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads. */
  public Answer get(String path) {
    return call("GET", path, null);
  }

  /** Sends a form, with the form token {@code t} in its cookie. */
  public Answer form(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "atlassian.xsrf.token=t")
            .POST(BodyPublishers.ofString(form)));
  }
}
