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

  /** The JSON that a call of Assets answers; null when it answers nothing. */
  JsonNode json(AssetsRequest request, StopSignal stop) {
    return failures.json(answer(request, stop));
  }

  /**
   * The answer to a call of Assets.
   *
   * @throws TargetException when it is no success
   */
  AssetsAnswer answer(AssetsRequest request, StopSignal stop) {
    try {
      AssetsAnswer answer = repeated(root, request, stop);
      rootIsSure = true;
      return answer;
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND && !rootIsSure) {
        findRoot(stop);
        return repeated(root, request, stop);
      }
      throw e;
    }
  }

  /** The JSON that Jira itself answers, below {@code /rest/api/2/}. */
  JsonNode jira(AssetsRequest request, StopSignal stop) {
    return failures.json(repeated("/rest/api/2/", request, stop));
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
      repeated(candidate, AssetsRequest.get(EVERYWHERE), stop);
      return true;
    } catch (TargetException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private AssetsAnswer repeated(String below, AssetsRequest request, StopSignal stop) {
    Duration pause = FIRST_PAUSE;
    for (int repeats = 0; ; repeats++) {
      AssetsAnswer answer = null;
      TargetException failure;
      try {
        answer = http.send(build(below, request), stop);
        unanswered = 0;
        if (answer.isGood() && !answer.isHtml()) {
          return answer;
        }
        failure = failures.refused(answer);
      } catch (IOException e) {
        failure = ++unanswered >= HOPELESS ? failures.silent(e) : failures.failed(e);
      }
      if (repeats == REPEATS || !mayRepeat(request, answer, failure)) {
        throw failure;
      }
      pacer.pause(answer == null ? pause : asked(answer, pause), stop);
      pause = pause.multipliedBy(2);
    }
  }

  private static boolean mayRepeat(
      AssetsRequest request, AssetsAnswer answer, TargetException failure) {
    boolean turnedAway = answer != null && answer.status() == 429;
    return turnedAway || (request.reads() && failure.kind() == Kind.RETRY);
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

  private HttpRequest.Builder build(String below, AssetsRequest request) {
    HttpRequest.Builder built =
        HttpRequest.newBuilder(URI.create(access.baseUrl() + below + request.target()))
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
