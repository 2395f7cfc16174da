package org.oktasync.okta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A poor organisation: people, groups and members in lists, whose answers can be bent in every way
 * that a test needs.
 */
final class PoorOrg implements AutoCloseable {
  static final String TOKEN = "00very-secret-token-0123456789";

  final Map<String, String> users = new LinkedHashMap<>();
  final Map<String, String> groups = new LinkedHashMap<>();
  final Map<String, List<String>> members = new LinkedHashMap<>();

  /** Lists at any other path, as arrays. */
  final Map<String, List<String>> lists = new LinkedHashMap<>();

  /** Lists at any other path, inside an object under a name. */
  final Map<String, Wrapped> wrapped = new LinkedHashMap<>();

  /** Single objects at any other path. */
  final Map<String, String> objects = new LinkedHashMap<>();

  /** A list that stands in an object's field. */
  record Wrapped(String field, List<String> items) {}

  /** What is done to a finished answer, by its request. */
  BiFunction<RawServer.Request, Reply, Reply> bend = (request, reply) -> reply;

  /** How the header with the next page's address is written. */
  Function<String, String> link = next -> "Link: <" + next + ">; rel=\"next\"";

  /** Which people a filter lets through; null refuses every filter. */
  Function<String, UnaryOperator<List<String>>> filter = text -> all -> all;

  /** The largest page, whatever was asked for. */
  int pageCap = 1000;

  private final Map<String, Deque<Reply>> faults = new LinkedHashMap<>();
  private final RawServer server = new RawServer(this::answer);

  String url() {
    return server.url();
  }

  RawServer server() {
    return server;
  }

  void user(String id, String status, String profile) {
    users.put(
        id,
        """
        {"id":"%s","status":"%s","unknown":{"deep":[1,{"x":null}]},"profile":{%s}}\
        """
            .formatted(id, status, profile));
  }

  /** Adds people {@code 00u<from>} to {@code 00u<to - 1>}. */
  void people(int from, int to) {
    for (int i = from; i < to; i++) {
      user(personId(i), "ACTIVE", "\"login\":\"p%d@example.com\"".formatted(i));
    }
  }

  static String personId(int number) {
    return "00u%05d".formatted(number);
  }

  /** Adds a group; a negative count states none. */
  void group(String id, String type, String name, long stated, List<String> memberIds) {
    String stats = "\"_embedded\":{\"stats\":{\"usersCount\":%d}},".formatted(stated);
    groups.put(
        id,
        "{\"id\":\"%s\",\"type\":\"%s\",%s\"profile\":{\"name\":\"%s\",\"description\":null}}"
            .formatted(id, type, stated < 0 ? "" : stats, name));
    members.put(id, memberIds);
  }

  /** The next requests whose target begins so get these answers instead. */
  void fail(String targetPrefix, Reply... replies) {
    synchronized (faults) {
      faults.computeIfAbsent(targetPrefix, any -> new ArrayDeque<>()).addAll(List.of(replies));
    }
  }

  /** From here on nothing fails any more. */
  void forgetFaults() {
    synchronized (faults) {
      faults.clear();
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(RawServer.Request request) {
    Reply fault = nextFault(request.target());
    if (fault != null) {
      return fault;
    }
    if (!("SSWS " + TOKEN).equals(request.headers().get("authorization"))) {
      return Reply.status(401);
    }
    return bend.apply(request, route(request.target()));
  }

  private Reply nextFault(String target) {
    synchronized (faults) {
      for (Map.Entry<String, Deque<Reply>> entry : faults.entrySet()) {
        if (target.startsWith(entry.getKey()) && !entry.getValue().isEmpty()) {
          return entry.getValue().poll();
        }
      }
      return null;
    }
  }

  private Reply route(String target) {
    String[] parts = target.split("\\?", 2);
    String path = parts[0];
    Map<String, String> query = query(parts.length > 1 ? parts[1] : "");
    if (lists.containsKey(path)) {
      return page(target, query, lists.get(path));
    } else if (wrapped.containsKey(path)) {
      return wrappedPage(target, query, wrapped.get(path));
    } else if (objects.containsKey(path)) {
      return Reply.json(objects.get(path));
    } else if (path.equals("/api/v1/users")) {
      return filter == null && query.containsKey("filter")
          ? Reply.status(400)
          : page(target, query, people(query.get("filter")));
    } else if (path.equals("/api/v1/groups")) {
      return page(target, query, List.copyOf(groups.values()));
    } else if (path.matches("/api/v1/groups/[^/]+/users")) {
      List<String> ids = members.get(path.split("/", -1)[4]);
      return ids == null
          ? Reply.status(404)
          : page(target, query, ids.stream().map(this::person).toList());
    } else if (path.matches("/api/v1/groups/[^/]+")) {
      String group = groups.get(path.split("/", -1)[4]);
      return group == null ? Reply.status(404) : Reply.json(group);
    } else if (path.matches("/api/v1/users/[^/]+/groups")) {
      return groupsOf(target, query, path.split("/", -1)[4]);
    } else if (path.matches("/api/v1/users/[^/]+")) {
      String user = users.get(path.split("/", -1)[4]);
      return user == null ? Reply.status(404) : Reply.json(user);
    }
    return Reply.status(404);
  }

  private Reply groupsOf(String target, Map<String, String> query, String user) {
    return page(
        target,
        query,
        members.entrySet().stream()
            .filter(entry -> entry.getValue().contains(user))
            .map(entry -> groups.get(entry.getKey()))
            .toList());
  }

  private String person(String id) {
    return users.getOrDefault(id, "{\"id\":\"" + id + "\"}");
  }

  private List<String> people(String wanted) {
    List<String> plain =
        users.values().stream().filter(user -> !user.contains("\"DEPROVISIONED\"")).toList();
    return wanted == null ? plain : filter.apply(wanted).apply(List.copyOf(users.values()));
  }

  private Reply page(String target, Map<String, String> query, List<String> all) {
    Slice slice = slice(query, all);
    List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
    if (slice.to() < all.size()) {
      headers.add(link.apply(next(target, slice)));
    }
    return new Reply(200, headers, slice.body(), Reply.How.WHOLE);
  }

  private Reply wrappedPage(String target, Map<String, String> query, Wrapped list) {
    Slice slice = slice(query, list.items());
    String next =
        slice.to() < list.items().size()
            ? "\"next\":{\"href\":\"%s\"}".formatted(next(target, slice))
            : "";
    return Reply.json("{\"%s\":%s,\"_links\":{%s}}".formatted(list.field(), slice.body(), next));
  }

  private record Slice(int to, String body) {}

  private Slice slice(Map<String, String> query, List<String> all) {
    int limit = Math.min(pageCap, Integer.parseInt(query.getOrDefault("limit", "200")));
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int to = Math.min(all.size(), from + limit);
    String body = all.subList(from, to).stream().collect(Collectors.joining(",", "[", "]"));
    return new Slice(to, body);
  }

  private String next(String target, Slice slice) {
    String bare = target.replaceAll("[?&]after=\\d+", "");
    return url() + bare + (bare.contains("?") ? "&" : "?") + "after=" + slice.to();
  }

  private static Map<String, String> query(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
