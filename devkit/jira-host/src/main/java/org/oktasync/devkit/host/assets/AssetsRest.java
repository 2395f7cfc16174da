package org.oktasync.devkit.host.assets;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.oktasync.devkit.host.assets.AssetsFaults.Armed;
import org.oktasync.devkit.host.assets.AssetsFaults.Kind;
import org.oktasync.devkit.host.assets.Call.Reply;
import org.oktasync.devkit.host.assets.Router.Match;
import org.oktasync.devkit.host.assets.aql.AqlException;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.web.Answer;
import org.oktasync.devkit.host.web.HostRest;
import org.oktasync.devkit.host.web.WebServer;

/** Assets' REST interface below one of its two addresses, with faults on demand. */
final class AssetsRest implements HostRest {
  static final String PREFIX = "/rest/assets/1.0";

  /** The name of old; it still works. */
  static final String OLD_PREFIX = "/rest/insight/1.0";

  private final String prefix;
  private final Router router;
  private final CatalogStore catalogs;
  private final Accounts accounts;
  private final AssetsFaults faults;

  AssetsRest(
      String prefix, Router router, CatalogStore catalogs, Accounts accounts, AssetsFaults faults) {
    this.prefix = prefix;
    this.router = router;
    this.catalogs = catalogs;
    this.accounts = accounts;
    this.faults = faults;
  }

  @Override
  public String pathPrefix() {
    return prefix;
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, String user)
      throws IOException {
    if (!faults.isEnabled()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String path = request.getPathInfo().substring(prefix.length());
    Map<Kind, Long> striking = new EnumMap<>(Kind.class);
    for (Armed fault : faults.strike(request.getMethod() + " " + path)) {
      striking.put(fault.kind(), fault.value());
    }
    if (!strikesBefore(striking, request, response)) {
      answer(path, striking, request, response, user);
    }
  }

  /** Whether a fault has ended the call. */
  private static boolean strikesBefore(
      Map<Kind, Long> striking, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pause(striking.getOrDefault(Kind.SLOW, 0L));
    if (striking.containsKey(Kind.UNREACHABLE)) {
      WebServer.abort(request);
    } else if (striking.containsKey(Kind.ERROR_BEFORE)) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } else if (striking.containsKey(Kind.TOO_MANY_REQUESTS)) {
      response.setHeader("Retry-After", String.valueOf(striking.get(Kind.TOO_MANY_REQUESTS)));
      response.sendError(429);
    } else if (striking.containsKey(Kind.UNAVAILABLE)) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      return false;
    }
    return true;
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private void answer(
      String path,
      Map<Kind, Long> striking,
      HttpServletRequest request,
      HttpServletResponse response,
      String user)
      throws IOException {
    Answer answer = new Answer(response);
    Reply reply;
    try {
      reply = reply(path, request, user);
    } catch (Refusal e) {
      answer.errors(e.status(), e.messages(), e.fields());
      return;
    } catch (AqlException e) {
      answer.error(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
      return;
    }
    if (striking.containsKey(Kind.LOST_ANSWER)) {
      WebServer.abort(request);
    } else if (striking.containsKey(Kind.ERROR_AFTER)) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } else if (reply.body() == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      answer.json(reply.status(), reply.body());
    }
  }

  private Reply reply(String path, HttpServletRequest request, String user) throws IOException {
    List<Match> matches = router.matches(path);
    for (Match match : matches) {
      if (match.route().method().equals(request.getMethod())) {
        faults.count(match.route().method() + " " + match.route().pattern());
        Caller caller = Caller.of(accounts, user);
        Call call = new Call(request, match.names(), caller, catalogs.current());
        Object body = match.route().handler().answer(call);
        return body instanceof Reply reply ? reply : new Reply(HttpServletResponse.SC_OK, body);
      }
    }
    int status =
        matches.isEmpty()
            ? HttpServletResponse.SC_NOT_FOUND
            : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    return new Reply(status, Map.of("message", "There is nothing at " + path));
  }
}
