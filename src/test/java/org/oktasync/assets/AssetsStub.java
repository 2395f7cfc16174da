package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.oktasync.fakes.AssetsWorld;
import org.oktasync.target.TargetException;

/** A server that speaks Assets' REST interface over an Assets in memory, in a chosen shape. */
final class AssetsStub implements AutoCloseable {
  static final String TOKEN = "pat-s3cr3t";
  private static final String CONTEXT = "/jira";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Shape shape;
  private final StubRoutes routes;
  private final StubServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile BiFunction<String, Integer, StubReply> script = (request, nth) -> null;
  private volatile String token = TOKEN;

  AssetsStub(AssetsWorld world, Shape shape) {
    this.shape = shape;
    this.routes = new StubRoutes(world, shape);
    this.server = new StubServer(this::handle);
  }

  /** The address with a context path. */
  String url() {
    return "http://127.0.0.1:" + server.port() + CONTEXT;
  }

  /** Method and target of every request so far. */
  List<String> requests() {
    return requests;
  }

  /** The body of every request so far. */
  List<String> bodies() {
    return bodies;
  }

  StubRoutes routes() {
    return routes;
  }

  /**
   * What to answer in place of the truth.
   *
   * @param other gets method and target, and how many requests there were with this one; null
   *     stands for the truth
   */
  void script(BiFunction<String, Integer, StubReply> other) {
    script = other;
  }

  /** The token that was valid no longer is. */
  void revoke() {
    token = "another";
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized StubReply handle(StubServer.Request request) {
    String target = request.target().substring(CONTEXT.length());
    String line = request.method() + " " + target;
    requests.add(line);
    bodies.add(request.body());
    StubReply other = script.apply(line, requests.size());
    if (other != null && !other.done()) {
      return other;
    }
    StubReply truth = truth(request, target);
    return other == null ? truth : other;
  }

  private StubReply truth(StubServer.Request request, String target) {
    if (!("Bearer " + token).equals(request.headers().get("authorization"))) {
      return StubReply.html(401);
    }
    boolean writes = !request.method().equals("GET");
    if (writes && !"no-check".equals(request.headers().get("x-atlassian-token"))) {
      return StubReply.of(403);
    }
    String root = shape.oldRoot() ? "/rest/insight/1.0/" : "/rest/assets/1.0/";
    if (target.startsWith("/rest/api/2/")) {
      return answer(() -> routes.jira(path(target, "/rest/api/2/"), query(target)));
    } else if (!target.startsWith(root)) {
      return StubReply.html(404);
    }
    JsonNode sent = json(request.body());
    return answer(() -> routes.answer(request.method(), path(target, root), query(target), sent));
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty() ? MAPPER.nullNode() : MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    JsonNode run();
  }

  private static StubReply answer(Work work) {
    try {
      return StubReply.json(work.run().toString());
    } catch (TargetException e) {
      int status =
          switch (e.kind()) {
            case NOT_FOUND, FATAL -> 404;
            case DENIED -> 403;
            default -> 400;
          };
      ObjectNode errors = MAPPER.createObjectNode();
      errors.putArray("errorMessages");
      errors.putObject("errors").put("values", e.problem().arguments().get(1));
      return new StubReply(
          false, status, Map.of("Content-Type", "application/json"), errors.toString(), false);
    }
  }

  private static String path(String target, String root) {
    return target.substring(root.length()).split("\\?", 2)[0];
  }

  private static Map<String, String> query(String target) {
    Map<String, String> query = new HashMap<>();
    String[] parts = target.split("\\?", 2);
    for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
      String[] sides = pair.split("=", 2);
      query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
