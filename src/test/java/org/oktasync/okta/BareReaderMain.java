package org.oktasync.okta;

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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least that any reader must do: asks for the pages that the product's reader asks for, as many
 * at once, and keeps nothing but counts. What a reader takes longer than this is its own.
 *
 * <p>{@code BareReaderMain <url> <token> [concurrency]}
 */
public final class BareReaderMain {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;
  private final String token;

  private BareReaderMain(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** A group whose members are to be read. */
  private record Group(String id, long members) {}

  /** Reads and prints; any failure ends in a stack trace and status 1. */
  public static void main(String[] arguments) throws Exception {
    int concurrency = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    ReaderFigures.measure(() -> new BareReaderMain(arguments[0], arguments[1]).read(concurrency));
  }

  private ReaderFigures.Counts read(int concurrency) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(concurrency);
    try {
      String all =
          URLEncoder.encode("lastUpdated gt \"1970-01-01T00:00:00.000Z\"", StandardCharsets.UTF_8);
      Future<Long> users = threads.submit(() -> count("/api/v1/users?limit=200&filter=" + all));
      Future<List<Group>> groups = threads.submit(this::groups);
      AtomicLong memberships = new AtomicLong();
      List<Future<?>> lists = new ArrayList<>();
      for (Group group : groups.get()) {
        String members = "/api/v1/groups/" + group.id + "/users?limit=1000";
        lists.add(threads.submit(() -> memberships.addAndGet(count(members))));
      }
      for (Future<?> list : lists) {
        list.get();
      }
      return new ReaderFigures.Counts(users.get(), groups.get().size(), memberships.get());
    } finally {
      threads.shutdown();
    }
  }

  /** Those that have members and are not made by Okta, the largest first. */
  private List<Group> groups() throws Exception {
    List<Group> found = new ArrayList<>();
    for (String url = base + "/api/v1/groups?limit=200&expand=stats"; url != null; ) {
      HttpResponse<byte[]> page = get(url);
      for (JsonNode group : json.readTree(page.body())) {
        long members = group.path("_embedded").path("stats").path("usersCount").asLong();
        if (members > 0 && !group.path("type").asText().equals("BUILT_IN")) {
          found.add(new Group(group.path("id").asText(), members));
        }
      }
      url = next(page);
    }
    found.sort(Comparator.comparingLong(Group::members).reversed());
    return found;
  }

  /** How many people a list has. */
  private long count(String path) throws Exception {
    long count = 0;
    for (String url = base + path; url != null; ) {
      HttpResponse<byte[]> page = get(url);
      count += occurrences(new String(page.body(), StandardCharsets.ISO_8859_1));
      url = next(page);
    }
    return count;
  }

  private static long occurrences(String page) {
    String mark = "\"id\":\"00u";
    long count = 0;
    for (int at = page.indexOf(mark); at >= 0; at = page.indexOf(mark, at + mark.length())) {
      count++;
    }
    return count;
  }

  private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "SSWS " + token).build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(url + " answered " + answer.statusCode());
    }
    return answer;
  }

  private static String next(HttpResponse<?> page) {
    return page.headers().allValues("link").stream()
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElse(null);
  }
}
