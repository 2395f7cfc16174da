package org.oktasync.devkit.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls the add-on and Jira from outside, as one user. */
final class Rest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String authorization;

  /**
   * @param user null to call as nobody
   */
  Rest(String base, String user, String password) {
    this.base = base;
    String pair = user + ":" + password;
    this.authorization =
        user == null
            ? null
            : "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Rest(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** Calls with a personal access token. */
  static Rest withToken(String base, String token) {
    return new Rest(base, "Bearer " + token);
  }

  /** What came back. */
  record Answer(int status, String contentType, String body) {
    /** The body, once the status is as expected. */
    JsonNode expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + status + ": " + body);
      }
      return json();
    }

    JsonNode json() {
      try {
        return JSON.readTree(body.isEmpty() ? "{}" : body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    /** The code of the first error. */
    String code() {
      return json().path("errors").path(0).path("code").asText();
    }
  }

  Answer get(String path) {
    return call("GET", "/rest/okta-sync/1.0" + path, null);
  }

  Answer post(String path, String body) {
    return call("POST", "/rest/okta-sync/1.0" + path, body);
  }

  Answer put(String path, String body) {
    return call("PUT", "/rest/okta-sync/1.0" + path, body);
  }

  Answer delete(String path) {
    return call("DELETE", "/rest/okta-sync/1.0" + path, null);
  }

  /** Any path of Jira. */
  Answer call(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Atlassian-Token", "no-check")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String type = response.headers().firstValue("content-type").orElse("");
      return new Answer(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
