package org.oktasync.devkit.oktaorg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client that follows next links and takes nothing for granted. */
record TestClient(OktaOrg org) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    String address = path.startsWith("http") ? path : org.baseUrl() + path;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "SSWS " + org.token())
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return json(get(path));
  }

  JsonNode json(HttpResponse<String> answer) throws IOException {
    return MAPPER.readTree(answer.body());
  }

  String errorCode(HttpResponse<String> answer) throws IOException {
    return json(answer).path("errorCode").asText();
  }

  /** The next link, or null. */
  static String next(HttpResponse<String> page) {
    return page.headers().allValues("link").stream()
        .filter(link -> link.endsWith("rel=\"next\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst()
        .orElse(null);
  }

  /** The ids of a whole list; {@code between} runs after each page. */
  List<String> ids(String path, Consumer<Integer> between)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    int pages = 0;
    for (String next = path; next != null; pages++) {
      HttpResponse<String> page = get(next);
      if (page.statusCode() != 200) {
        throw new AssertionError(next + " answered " + page.statusCode() + " " + page.body());
      }
      MAPPER.readTree(page.body()).forEach(item -> ids.add(item.get("id").asText()));
      between.accept(pages);
      next = next(page);
    }
    return ids;
  }

  List<String> ids(String path) throws IOException, InterruptedException {
    return ids(path, page -> {});
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A body that creates a person with this login. */
  static String person(String login) {
    return "{\"profile\":{\"firstName\":\"A\",\"lastName\":\"B\",\"login\":\"%1$s\",\"email\":\"%1$s\"}}"
        .formatted(login);
  }
}
