package org.oktasync.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.oktasync.control.Pacer;
import org.oktasync.control.StopSignal;
import org.oktasync.target.TargetException;
import org.oktasync.target.TargetException.Kind;

/**
 * Calls one site. Reads are repeated after passing faults; a write is repeated only when the server
 * turned it away unread. The root of the interface is found with the first calls. For one thread.
 */
final class AssetsCalls {
  private static final String ROOT = "/rest/assets/1.0/";
  private static final String OLD_ROOT = "/rest/insight/1.0/";
  private static final String EVERYWHERE = "objectschema/list";
  private static final int REPEATS = 3;
  private static final int HOPELESS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final AssetsAccess access;
  private final AssetsHttp http;
  private final Pacer pacer;
  private final AssetsFailures failures;
  private String root = ROOT;
  private boolean rootIsSure;
  private int unanswered;

  AssetsCalls(AssetsAccess access, AssetsHttp http, Pacer pacer) {
    this.access = access;
    this.http = http;
    this.pacer = pacer;
    this.failures = new AssetsFailures(URI.create(access.baseUrl()).getAuthority());
  }

  AssetsFailures failures() {
    return failures;
  }

  /** What is made of the answer to a call. */
  @FunctionalInterface
  interface Reader<T> {
    /**
     * Reads a successful answer.
     *
     * @throws IOException when it is not what it should be
     */
    T read(AssetsAnswer answer) throws IOException;
  }

  /** The JSON that a call of Assets answers; null when it answers nothing. */
  JsonNode json(AssetsRequest request, StopSignal stop) {
    return call(request, stop, AssetsAnswer::json);
  }

  /**
   * Calls Assets.
   *
   * @throws TargetException when the answer is no success
   */
  <T> T call(AssetsRequest request, StopSignal stop, Reader<T> reader) {
    try {
      T answer = repeated(root, request, stop, reader);
      rootIsSure = true;
      return answer;
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND && !rootIsSure) {
        findRoot(stop);
        return repeated(root, request, stop, reader);
      }
      throw e;
    }
  }

  /** The JSON of a call that some releases offer only at the older root. */
  JsonNode inEitherRoot(AssetsRequest request, StopSignal stop) {
    try {
      return json(request, stop);
    } catch (TargetException e) {
      if (e.kind() != Kind.NOT_FOUND || root.equals(OLD_ROOT)) {
        throw e;
      }
      return repeated(OLD_ROOT, request, stop, AssetsAnswer::json);
    }
  }

  /** The JSON that Jira itself answers, below {@code /rest/api/2/}. */
  JsonNode jira(AssetsRequest request, StopSignal stop) {
    return repeated("/rest/api/2/", request, stop, AssetsAnswer::json);
  }

  /** Whether a thing that was not found is missing, or the whole interface is. */
  private void findRoot(StopSignal stop) {
    for (String candidate : new String[] {ROOT, OLD_ROOT}) {
      if (answers(candidate, stop)) {
        root = candidate;
        rootIsSure = true;
        return;
      }
    }
    throw failures.absent();
  }

  private boolean answers(String candidate, StopSignal stop) {
    try {
      repeated(candidate, AssetsRequest.get(EVERYWHERE), stop, AssetsAnswer::json);
      return true;
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private <T> T repeated(String below, AssetsRequest request, StopSignal stop, Reader<T> reader) {
    Duration pause = FIRST_PAUSE;
    for (int repeats = 0; ; repeats++) {
      Attempt attempt = new Attempt();
      try {
        return attempt.read(send(below, request, stop), reader);
      } catch (TargetException e) {
        if (repeats == REPEATS || !mayRepeat(request, attempt, e)) {
          throw e;
        }
      }
      pacer.pause(attempt.turnedAway() ? asked(attempt.answer, pause) : pause, stop);
      pause = pause.multipliedBy(2);
    }
  }

  private static boolean mayRepeat(AssetsRequest request, Attempt attempt, TargetException e) {
    return attempt.turnedAway() || (request.reads() && e.kind() == Kind.RETRY);
  }

  private AssetsAnswer send(String below, AssetsRequest request, StopSignal stop) {
    try {
      AssetsAnswer answer = http.send(address(below, request), build(request), stop);
      unanswered = 0;
      return answer;
    } catch (IOException e) {
      throw ++unanswered >= HOPELESS ? failures.silent(e) : failures.failed(e);
    }
  }

  /** One sending of a request. */
  private final class Attempt {
    private AssetsAnswer answer;

    <T> T read(AssetsAnswer given, Reader<T> reader) {
      answer = given;
      if (!given.isGood() || given.isHtml()) {
        throw failures.refused(given);
      }
      try {
        return reader.read(given);
      } catch (IOException e) {
        throw failures.broken(e);
      }
    }

    /** Whether the server did not even look at it. */
    boolean turnedAway() {
      return answer != null && answer.status() == 429;
    }
  }

  /** As long as the server asks, when it asks in seconds. */
  private static Duration asked(AssetsAnswer answer, Duration otherwise) {
    String seconds = answer.header("Retry-After");
    if (!seconds.matches("\\d{1,6}")) {
      return otherwise;
    }
    Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private URI address(String below, AssetsRequest request) {
    return URI.create(access.baseUrl() + below + request.target());
  }

  private HttpRequest.Builder build(AssetsRequest request) {
    HttpRequest.Builder built =
        HttpRequest.newBuilder()
            .header("Authorization", "Bearer " + access.token().reveal())
            .header("Accept", "application/json")
            .header("User-Agent", "okta-sync-for-jira");
    if (request.reads()) {
      return built.GET();
    }
    built.header("X-Atlassian-Token", "no-check");
    if (request.body() == null) {
      return built.method(request.method(), BodyPublishers.noBody());
    }
    return built
        .header("Content-Type", "application/json; charset=utf-8")
        .method(
            request.method(),
            BodyPublishers.ofString(request.body().toString(), StandardCharsets.UTF_8));
  }
}
